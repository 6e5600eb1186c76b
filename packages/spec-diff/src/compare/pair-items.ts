import { canonicalJson, isJsonObject, withoutDocumentation } from "@grid-sdk/openapi";

/** What two items of a list share if they are the same thing, the surest first; undefined if an item has no such mark. */
const LIKENESSES: readonly ((item: unknown) => string | undefined)[] = [
  identifyItem,
  (item) => canonicalJson(item),
  (item) => canonicalJson(withoutDocumentation(item)),
  listProperties,
];

/**
 * Items of two lists that are the same thing, with a step on the way to them, in the order of `before`: by reference,
 * name or URL, else by being equal, by their structure, by the names of their properties, and else by their order.
 */
export function pairItems(before: readonly unknown[], after: readonly unknown[]): [string, unknown, unknown][] {
  const partners = new Map<number, number>();
  const left = { before: [...before.keys()], after: [...after.keys()] };
  const pair = (was: number, is: number): void => {
    partners.set(was, is);
    left.before = left.before.filter((at) => at !== was);
    left.after = left.after.filter((at) => at !== is);
  };
  for (const describe of LIKENESSES) {
    for (const was of left.before) {
      const likeness = describe(before[was]);
      const is = left.after.find((at) => likeness !== undefined && describe(after[at]) === likeness);
      if (is !== undefined) pair(was, is);
    }
  }
  // An item with a reference, a name or a URL is only paired by that.
  const unnamed = left.before.filter((at) => identifyItem(before[at]) === undefined);
  for (const [at, is] of left.after.entries()) if (unnamed[at] !== undefined) pair(unnamed[at], is);
  return before.flatMap((was, at): [string, unknown, unknown][] => {
    const partner = partners.get(at);
    const name = isJsonObject(was) && typeof was["name"] === "string" ? was["name"] : String(at);
    return partner === undefined ? [] : [[name, was, after[partner]]];
  });
}

function identifyItem(item: unknown): string | undefined {
  if (!isJsonObject(item)) return undefined;
  const { $ref: ref, name, in: location, url } = item;
  const identity = [ref, name, location, url].filter((part) => part !== undefined);
  return identity.length > 0 ? canonicalJson(identity) : undefined;
}

function listProperties(item: unknown): string | undefined {
  const properties = isJsonObject(item) ? item["properties"] : undefined;
  return isJsonObject(properties) ? Object.keys(properties).toSorted().join() : undefined;
}
