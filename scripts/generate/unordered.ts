import { canonicalJson, isJsonObject, isUnordered } from "@grid-sdk/openapi";

/** What tells an item of an unordered list apart from the others: its reference, its name, or itself. */
export function identifyItem(item: unknown): string {
  if (!isJsonObject(item)) return canonicalJson(item);
  if (typeof item["$ref"] === "string") return item["$ref"];
  if (typeof item["name"] === "string") return `${String(item["in"])} ${item["name"]}`;
  return canonicalJson(item);
}

/** The same text for documents that differ in the order of keys and unordered lists alone. */
export function describeDocument(value: unknown): string {
  return canonicalJson(order(value, []));
}

function order(value: unknown, keys: readonly (string | number)[]): unknown {
  if (Array.isArray(value)) {
    const items = value.map((item, at) => order(item, [...keys, at]));
    return isUnordered(keys) ? items.toSorted((a, b) => (canonicalJson(a) < canonicalJson(b) ? -1 : 1)) : items;
  }
  if (!isJsonObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, order(item, [...keys, key])]));
}
