import { isJsonObject, type JsonObject } from "@grid-sdk/openapi";

/** What every object in JavaScript has: a look-up of these names by a tool finds something where nothing was written. */
export const INHERITED_NAMES: ReadonlySet<string> = new Set(Object.getOwnPropertyNames(Object.prototype));

const PREFIX = "inherited:";

/** Keeps properties of such names from openapi-typescript and its parser, which would trip over them. */
export function maskInherited(schema: JsonObject): JsonObject {
  const { properties, required } = schema;
  if (!isJsonObject(properties) || !Object.keys(properties).some((name) => INHERITED_NAMES.has(name))) return schema;
  return {
    ...schema,
    properties: Object.fromEntries(Object.entries(properties).map(([name, property]) => [mask(name), property])),
    ...(Array.isArray(required) && { required: required.map(mask) }),
  };
}

function mask(name: unknown): unknown {
  return INHERITED_NAMES.has(String(name)) ? PREFIX + String(name) : name;
}

/** The name that was masked; undefined for any other. */
export function unmaskInherited(name: string): string | undefined {
  return name.startsWith(PREFIX) && INHERITED_NAMES.has(name.slice(PREFIX.length))
    ? name.slice(PREFIX.length)
    : undefined;
}
