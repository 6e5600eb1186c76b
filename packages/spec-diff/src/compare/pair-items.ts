import { canonicalJson, isJsonObject, withoutDocumentation } from "@grid-sdk/openapi";
import { pairUp, sameBy } from "../read/pair-up.ts";

/** What makes two items of a list the same thing, the surest first: a reference, name or URL, being equal, structure. */
const LIKENESSES = [
  sameBy(identifyItem),
  sameBy((item) => canonicalJson(item)),
  sameBy((item) => canonicalJson(withoutDocumentation(item))),
  sameBy(listProperties),
];

/**
 * Items of two lists that are the same thing, with a step on the way to them, in the order of `before`: by likeness, and
 * else by their order. An item with a reference, a name or a URL is only paired by that.
 */
export function pairItems(before: readonly unknown[], after: readonly unknown[]): [string, unknown, unknown][] {
  const { pairs, removed, added } = pairUp(before, after, LIKENESSES);
  const unnamed = removed.filter((item) => identifyItem(item) === undefined);
  const partners = new Map([...pairs, ...unnamed.slice(0, added.length).map((was, at) => [was, added[at]] as const)]);
  return before.flatMap((was, at): [string, unknown, unknown][] => {
    const name = isJsonObject(was) && typeof was["name"] === "string" ? was["name"] : String(at);
    return partners.has(was) ? [[name, was, partners.get(was)]] : [];
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
