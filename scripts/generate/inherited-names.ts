import { isJsonObject, type JsonObject } from "@grid-sdk/openapi";

/** The names that every object in JavaScript has: a tool that looks them up finds something that nobody wrote. */
export const INHERITED_NAMES: ReadonlySet<string> = new Set(Object.getOwnPropertyNames(Object.prototype));

const PREFIX = "inherited:";

/** Renames properties with such names for openapi-typescript and its parser, which fail on them. */
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

/** The original name of a renamed property; undefined for any other. */
export function unmaskInherited(name: string): string | undefined {
  return name.startsWith(PREFIX) && INHERITED_NAMES.has(name.slice(PREFIX.length))
    ? name.slice(PREFIX.length)
    : undefined;
}
