import { fieldOf, isJsonObject, type JsonObject } from "./json-object.ts";
import { refOfTarget, resolveRef } from "./references.ts";
import { valuesOfProperty } from "./values-of-property.ts";

/**
 * The references that the values of a union's discriminator lead to; none where no value leads to one alone. OpenAPI
 * 3.1, Discriminator Object: what is not mapped goes by the schema's name; by what the schema itself allows, if it does
 * not allow that.
 */
export function readMapping(document: JsonObject, schema: unknown): ReadonlyMap<string, string> {
  const { oneOf, anyOf, discriminator } = isJsonObject(schema) ? resolveRef(document, schema) : {};
  if (!isJsonObject(discriminator)) return new Map();
  const mapping = Object.entries(fieldOf(discriminator, "mapping"));
  const mapped = new Map(mapping.map(([value, target]) => [value, refOfTarget(String(target))]));
  const targets = new Set(mapped.values());
  const branches: unknown[] = [oneOf, anyOf].find(Array.isArray) ?? [];
  const implied = branches.flatMap((branch) => {
    const ref = isJsonObject(branch) ? branch["$ref"] : undefined;
    if (typeof ref !== "string" || targets.has(ref)) return [];
    const values = implyValues(document, ref, String(discriminator["propertyName"]));
    return values.filter((value) => !mapped.has(value)).map((value) => [value, ref] as const);
  });
  const isTold = new Set(implied.map(([value]) => value)).size === implied.length;
  return isTold ? new Map([...mapped, ...implied]) : mapped;
}

function implyValues(document: JsonObject, ref: string, property: string): string[] {
  const name = ref.slice(ref.lastIndexOf("/") + 1);
  const own = valuesOfProperty(document, { $ref: ref }, property);
  return own && !own.includes(name) ? own.filter((value) => typeof value === "string") : [name];
}
