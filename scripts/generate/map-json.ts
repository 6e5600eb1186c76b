import { isJsonObject, type JsonObject } from "./fragment.ts";

/** A copy of a JSON value in which `change` has replaced every object, innermost first. */
export function mapObjects(value: unknown, change: (object: JsonObject) => JsonObject): unknown {
  if (Array.isArray(value)) return value.map((item) => mapObjects(item, change));
  if (!isJsonObject(value)) return value;
  const entries = Object.entries(value).map(([key, item]) => [key, mapObjects(item, change)]);
  return change(Object.fromEntries(entries) as JsonObject);
}
