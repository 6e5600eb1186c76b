import type { Operation } from "./list-operations.ts";

/** The operation that a method and a path without its base belong to; one of a literal path wins over a template. */
export function findOperation(operations: readonly Operation[], method: string, path: string): Operation | undefined {
  const matching = operations.filter(
    (operation) => operation.method === method && matchPath(operation.path, path) !== undefined,
  );
  return matching.toSorted((a, b) => countParameters(a) - countParameters(b))[0];
}

/** The path parameters by name, decoded; undefined if the path does not fit the template. */
export function matchPath(template: string, path: string): ReadonlyMap<string, string> | undefined {
  const expected = template.split("/");
  const segments = path.split("/");
  if (segments.length !== expected.length) return undefined;
  const parameters = new Map<string, string>();
  for (const [at, part] of expected.entries()) {
    const segment = decode(segments[at] ?? "");
    const name = /^\{(.+)\}$/.exec(part)?.[1];
    if (name !== undefined) parameters.set(name, segment);
    else if (segment !== part) return undefined;
  }
  return parameters;
}

function countParameters({ path }: Operation): number {
  return path.split("{").length;
}

function decode(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
