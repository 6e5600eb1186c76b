export type JsonObject = { [key: string]: unknown };

export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The value if it is an object; an empty object for anything else. */
export function asObject(value: unknown): JsonObject {
  return isJsonObject(value) ? value : {};
}

/** The object that the fields lead to, one after the other, or an empty object. */
export function fieldOf(object: JsonObject, ...fields: readonly string[]): JsonObject {
  return fields.reduce((value, field) => asObject(value[field]), object);
}
