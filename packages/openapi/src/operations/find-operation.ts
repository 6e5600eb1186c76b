import type { Operation } from "./list-operations.ts";

/** The operation for a method and a path without its base. A literal path wins over a template. */
export function findOperation(operations: readonly Operation[], method: string, path: string): Operation | undefined {
  const matching = operations.filter(
    (operation) => operation.method === method && matchPath(operation.path, path) !== undefined,
  );
  return matching.toSorted((a, b) => countParameters(a) - countParameters(b))[0];
}

/**
 * The path parameters by name, decoded; undefined if the path does not match the template. A parameter may be a part of a
 * segment: `/a/1:verify` fits `/a/{id}:verify`.
 */
export function matchPath(template: string, path: string): ReadonlyMap<string, string> | undefined {
  const names = [...template.matchAll(/\{([^{}]+)\}/g)].map(([, name = ""]) => name);
  const literals = template.split(/\{[^{}]+\}/).map((text) => text.replaceAll(/[^\w/]/g, String.raw`\$&`));
  const segments = path.split("/").map(decode);
  // A slash within a segment is not a separator.
  const match = new RegExp(`^${literals.join("([^/]*)")}$`).exec(segments.map(hideSlashes).join("/"));
  return match ? new Map(names.map((name, at) => [name, showSlashes(match[at + 1] ?? "")])) : undefined;
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

// A noncharacter of Unicode, which no URL has.
const hideSlashes = (segment: string): string => segment.replaceAll("/", "\u{FFFF}");
const showSlashes = (segment: string): string => segment.replaceAll("\u{FFFF}", "/");
