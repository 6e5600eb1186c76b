import type { JsonObject } from "@grid-sdk/openapi";

/** Every name of either side with what both sides have under it, in the order of the documents. */
export function pairNames<K, V>(
  before: ReadonlyMap<K, V>,
  after: ReadonlyMap<K, V>,
): [name: K, was: V | undefined, is: V | undefined][] {
  const names = new Set([...before.keys(), ...after.keys()]);
  return [...names].map((name) => [name, before.get(name), after.get(name)]);
}

/** The same for the fields of two objects. */
export function pairFields(before: JsonObject, after: JsonObject): [name: string, was: unknown, is: unknown][] {
  return pairNames(new Map(Object.entries(before)), new Map(Object.entries(after)));
}
