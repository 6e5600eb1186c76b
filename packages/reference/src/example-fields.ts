import {
  fieldOf,
  isJsonObject,
  type JsonObject,
  listEndpoints,
  readDiscriminator,
  resolveOptional,
  resolveRef,
} from "@grid-sdk/openapi";

/** Longer values are left out here: the whole example shows them. */
const MOST_CHARACTERS = 100;

/**
 * Adds an example to the description of each field of requests and successes: its value in the first example of the body.
 * Fields with examples or values of their own stay as they are.
 */
export function exampleFields(document: JsonObject): void {
  const shown = new WeakSet<JsonObject>();
  for (const { operation } of listEndpoints(document)) {
    const responses = Object.entries(fieldOf(operation, "responses")).filter(([status]) => status.startsWith("2"));
    for (const holder of [operation["requestBody"], ...responses.map(([, response]) => response)]) {
      for (const media of Object.values(fieldOf(resolveOptional(document, holder), "content")).filter(isJsonObject)) {
        for (const item of Object.values(fieldOf(media, "examples")))
          exampleSchema(media["schema"], resolveRef(document, item)["value"]);
      }
    }
  }

  function exampleSchema(schema: unknown, value: unknown, above: readonly JsonObject[] = []): void {
    if (!isJsonObject(schema)) return;
    const own = resolveRef(document, schema);
    if (above.includes(own)) return;
    if (Array.isArray(value)) return exampleSchema(own["items"], value[0]);
    if (!isJsonObject(value)) return;
    for (const part of listFitting(document, own, value)) exampleSchema(part, value, [...above, own]);
    const properties = fieldOf(own, "properties");
    for (const [name, property] of Object.entries(properties)) {
      if (!isJsonObject(property) || !Object.hasOwn(value, name)) continue;
      exampleSchema(property, value[name]);
      if (!shown.has(property)) properties[name] = describe(property, value[name]);
    }
  }

  function describe(property: JsonObject, value: unknown): JsonObject {
    // In OpenAPI 3.1 a property may have keywords beside its reference.
    const said = { ...resolveRef(document, property), ...property };
    const saysItself = ["example", "examples", "enum", "const"].some((keyword) => keyword in said);
    const isPlain = ["string", "number", "boolean"].includes(typeof value) && String(value).length <= MOST_CHARACTERS;
    if (saysItself || !isPlain) return property;
    const parts = [said["description"], `Example: \`${String(value)}\``];
    const described = { ...property, description: parts.filter(Boolean).join("\n\n") };
    shown.add(described);
    return described;
  }
}

/** The parts of a schema that describe a value: with a discriminator, the branch that it names. */
function listFitting(document: JsonObject, schema: JsonObject, value: JsonObject): unknown[] {
  const { property = "", mapping } = readDiscriminator(document, schema) ?? {};
  const named = mapping?.get(String(value[property]));
  const branches = named === undefined ? [schema["oneOf"] ?? schema["anyOf"] ?? []].flat() : [{ $ref: named }];
  return [...[schema["allOf"] ?? []].flat(), ...branches];
}
