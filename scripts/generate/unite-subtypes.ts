import { asObject, fieldOf, isJsonObject, type JsonObject, mapSchemas } from "@grid-sdk/openapi";
import { refuseTaken } from "./type-names.ts";

const PREFIX = "#/components/schemas/";

/**
 * A copy in which a schema with a discriminator that others extend by `allOf` is a union of those: OpenAPI's other way to
 * write a union. The schema that they extend becomes `<name>Base`.
 */
export function uniteSubtypes(document: JsonObject): JsonObject {
  const schemas = fieldOf(document, "components", "schemas");
  const bases = new Map<string, string[]>();
  for (const [name, schema] of Object.entries(schemas)) {
    if (!isJsonObject(schema) || !isJsonObject(schema["discriminator"]) || schema["oneOf"] || schema["anyOf"]) continue;
    const subtypes = Object.keys(schemas).filter((other) => other !== name && extendsBase(schemas, other, name));
    if (subtypes.length === 0) continue;
    refuseTaken(schemas, `${name}Base`, `the base of the union ${name}`);
    bases.set(name, subtypes);
  }
  if (bases.size === 0) return document;

  const renamed = mapSchemas(document, (schema) => ({
    ...schema,
    ...(Array.isArray(schema["allOf"]) && {
      allOf: schema["allOf"].map((part: unknown) => {
        const base = baseOf(part);
        return base !== undefined && bases.has(base) ? { ...asObject(part), $ref: `${PREFIX}${base}Base` } : part;
      }),
    }),
  }));
  const components = asObject(renamed["components"]);
  const entries = Object.entries(fieldOf(components, "schemas")).flatMap(([name, schema]) => {
    const subtypes = bases.get(name);
    return subtypes && isJsonObject(schema) ? unite(name, schema, subtypes) : [[name, schema] as const];
  });
  return { ...renamed, components: { ...components, schemas: Object.fromEntries(entries) as JsonObject } };
}

function unite(name: string, schema: JsonObject, subtypes: readonly string[]): [string, unknown][] {
  const { discriminator, ...base } = schema;
  const mapping = fieldOf(asObject(discriminator), "mapping");
  const isMapped = (target: string) =>
    Object.values(mapping).some((value) => value === target || value === `${PREFIX}${target}`);
  const { description, title, deprecated } = schema;
  // In a mapping with gaps, no value leads to the rest.
  const branches = Object.keys(mapping).length > 0 ? subtypes.filter(isMapped) : subtypes;
  const own = isMapped(name) ? [{ $ref: `${PREFIX}${name}Base` }] : [];
  const target = (value: unknown) => (value === name || value === PREFIX + name ? `${PREFIX}${name}Base` : value);
  const mapped = Object.fromEntries(Object.entries(mapping).map(([key, value]) => [key, target(value)]));
  const oneOf = [...own, ...branches.map((subtype) => ({ $ref: PREFIX + subtype }))];
  if (oneOf.length === 0) return [[name, base]];
  const union = {
    title,
    description,
    deprecated,
    oneOf,
    discriminator: { ...asObject(discriminator), mapping: mapped },
  };
  return [
    [`${name}Base`, base],
    [name, JSON.parse(JSON.stringify(union))],
  ];
}

function extendsBase(schemas: JsonObject, name: string, base: string, seen = new Set<string>()): boolean {
  if (seen.has(name)) return false;
  seen.add(name);
  const parts = asObject(schemas[name])["allOf"];
  return (Array.isArray(parts) ? parts : []).some((part) => {
    const extended = baseOf(part);
    return extended !== undefined && (extended === base || extendsBase(schemas, extended, base, seen));
  });
}

function baseOf(part: unknown): string | undefined {
  const ref = asObject(part)["$ref"];
  return typeof ref === "string" && ref.startsWith(PREFIX) ? ref.slice(PREFIX.length) : undefined;
}
