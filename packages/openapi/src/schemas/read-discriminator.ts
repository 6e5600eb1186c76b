import { fieldOf, isJsonObject, type JsonObject } from "../document/json-object.ts";
import { refOfTarget, resolveRef } from "../document/references.ts";
import { valuesOfProperty } from "./values-of-property.ts";

/** The property that says which branch of a union a value belongs to. */
export interface Discriminator {
  readonly property: string;
  /** The references that its values lead to; empty if no value leads to exactly one. */
  readonly mapping: ReadonlyMap<string, string>;
}

/**
 * The discriminator of a schema; undefined if it has none. OpenAPI 3.1, Discriminator Object: a schema that is not mapped
 * has its name as the value, or the values that the schema itself allows if its name is not among them.
 */
export function readDiscriminator(document: JsonObject, schema: unknown): Discriminator | undefined {
  const { oneOf, anyOf, discriminator } = isJsonObject(schema) ? resolveRef(document, schema) : {};
  const property = isJsonObject(discriminator) ? discriminator["propertyName"] : undefined;
  if (!isJsonObject(discriminator) || typeof property !== "string") return undefined;
  const mapping = Object.entries(fieldOf(discriminator, "mapping"));
  const mapped = new Map(mapping.map(([value, target]) => [value, refOfTarget(String(target))]));
  const targets = new Set(mapped.values());
  const branches: unknown[] = [oneOf, anyOf].filter(Array.isArray).flat();
  const implied = branches.flatMap((branch) => {
    const ref = isJsonObject(branch) ? branch["$ref"] : undefined;
    if (typeof ref !== "string" || targets.has(ref)) return [];
    const values = implyValues(document, ref, property);
    return values.filter((value) => !mapped.has(value)).map((value) => [value, ref] as const);
  });
  const isUnique = new Set(implied.map(([value]) => value)).size === implied.length;
  return { property, mapping: isUnique ? new Map([...mapped, ...implied]) : mapped };
}

/** The values that lead to a branch. */
export function valuesLeadingTo(ref: unknown, { mapping }: Discriminator): string[] {
  return [...mapping].flatMap(([value, target]) => (target === ref ? [value] : []));
}

function implyValues(document: JsonObject, ref: string, property: string): string[] {
  const name = ref.slice(ref.lastIndexOf("/") + 1);
  const own = valuesOfProperty(document, { $ref: ref }, property);
  return own && !own.includes(name) ? own.filter((value) => typeof value === "string") : [name];
}
