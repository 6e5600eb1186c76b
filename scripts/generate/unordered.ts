import { canonicalJson, isJsonObject } from "@grid-sdk/contract";

/** Lists whose order says nothing. */
const UNORDERED_LISTS = new Set([
  "required",
  "enum",
  "type",
  "tags",
  "parameters",
  "oneOf",
  "anyOf",
  "allOf",
  "security",
]);
/** Fields that hold data of the API: a list inside is one value. */
const DATA = new Set(["example", "examples", "value", "default", "const"]);

/** Whether a list under that key, on that way, may stand in any order. */
export function isUnordered(keys: readonly (string | number)[]): boolean {
  const isNamedByApi = keys.at(-2) === "properties";
  return !isNamedByApi && UNORDERED_LISTS.has(String(keys.at(-1))) && !isData(keys);
}

function isData(keys: readonly (string | number)[]): boolean {
  return keys.some((key, at) => at < keys.length - 1 && DATA.has(String(key)) && keys[at - 1] !== "properties");
}

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
