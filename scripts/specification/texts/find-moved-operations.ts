import { type JsonObject, type Keys, listEndpoints, pointerTo } from "@grid-sdk/openapi";

/** The keys in our document for the keys in the new one: the same, if it has not moved. */
export type FormerKeys = (keys: Keys) => Keys;

/** Finds operations under another path or method by their ids, and a new path whose operations all came from one. */
export function findMovedOperations(ours: JsonObject, next: JsonObject): FormerKeys {
  const before = locateOperations(ours);
  const paths = new Set([...before.values()].map(([, path]) => path));
  const formerPlaces = new Map<string, Keys>();
  const formerPaths = new Map<Keys[number], Set<Keys[number] | undefined>>();
  for (const [id, place] of locateOperations(next)) {
    const [, path = ""] = place;
    const former = before.get(id);
    formerPlaces.set(pointerTo(place), former ?? place);
    formerPaths.set(path, (formerPaths.get(path) ?? new Set()).add(former?.[1]));
  }
  return (keys) => {
    const [root, path = ""] = keys;
    if (root !== "paths") return keys;
    const place = formerPlaces.get(pointerTo(keys.slice(0, 3)));
    if (place) return [...place, ...keys.slice(3)];
    const [former, ...others] = formerPaths.get(path) ?? [];
    const hasMoved = former !== undefined && others.length === 0 && !paths.has(path);
    return hasMoved ? [root, former, ...keys.slice(2)] : keys;
  };
}

/** Where each operation is, by its id. */
function locateOperations(document: JsonObject): Map<string, Keys> {
  return new Map(
    listEndpoints(document).flatMap(({ keys, operation: { operationId: id } }) =>
      typeof id === "string" ? [[id, keys] as const] : [],
    ),
  );
}
