import { type JsonObject, listEndpoints } from "@grid-sdk/openapi";

/** The keys in our document for the keys in the new one: the same, if it has not moved. */
export type FormerKeys = (keys: readonly string[]) => readonly string[];

interface Spot {
  readonly path: string;
  readonly method: string;
}

/** Finds operations under another path or method by their ids, and a new path whose operations all came from one. */
export function findMovedOperations(ours: JsonObject, next: JsonObject): FormerKeys {
  const before = listSpots(ours);
  const paths = new Set([...before.values()].map(({ path }) => path));
  const formerSpots = new Map<string, Spot | undefined>();
  const formerPaths = new Map<string, Set<string | undefined>>();
  for (const [id, { path, method }] of listSpots(next)) {
    const former = before.get(id);
    formerSpots.set(`${method} ${path}`, former);
    formerPaths.set(path, (formerPaths.get(path) ?? new Set()).add(former?.path));
  }
  return (keys) => {
    const [root, path = "", method = "", ...rest] = keys;
    if (root !== "paths") return keys;
    const spot = `${method} ${path}`;
    if (formerSpots.has(spot)) {
      const { path: formerPath = path, method: formerMethod = method } = formerSpots.get(spot) ?? {};
      return [root, formerPath, formerMethod, ...rest];
    }
    const [former, ...others] = formerPaths.get(path) ?? [];
    const hasMoved = former !== undefined && others.length === 0 && !paths.has(path);
    return hasMoved ? [root, former, ...keys.slice(2)] : keys;
  };
}

/** Where each operation is, by its id. */
function listSpots(document: JsonObject): Map<string, Spot> {
  return new Map(
    listEndpoints(document).flatMap(({ method, path, operation: { operationId: id } }) =>
      typeof id === "string" ? [[id, { path, method: method.toLowerCase() }] as const] : [],
    ),
  );
}
