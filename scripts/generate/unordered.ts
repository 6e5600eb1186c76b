import { canonicalJson, isJsonObject, isUnordered, type JsonObject, type Keys } from "@grid-sdk/openapi";

/** What identifies an item of an unordered list: its reference, its name, or the item itself. */
export function identifyItem(item: unknown): string {
  if (!isJsonObject(item)) return canonicalJson(item);
  if (typeof item["$ref"] === "string") return item["$ref"];
  if (typeof item["name"] === "string") return `${String(item["in"])} ${item["name"]}`;
  return canonicalJson(item);
}

/** The same text for documents that differ only in the order of keys and of unordered lists. */
export function describeDocument(value: unknown): string {
  return canonicalJson(order(value, []));
}

/** A copy with keys and unordered lists in a fixed order. */
export function sortDocument(document: JsonObject): JsonObject {
  return order(document, []) as JsonObject;
}

function order(value: unknown, keys: Keys): unknown {
  if (Array.isArray(value)) {
    const items = value.map((item, at) => order(item, [...keys, at]));
    return isUnordered(keys) ? items.toSorted((a, b) => (canonicalJson(a) < canonicalJson(b) ? -1 : 1)) : items;
  }
  if (!isJsonObject(value)) return value;
  const entries = Object.entries(value).toSorted(([a], [b]) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
  return Object.fromEntries(entries.map(([key, item]) => [key, order(item, [...keys, key])]));
}
