import { isJsonObject, resolveRef, type JsonObject } from "./fragment.ts";
import { readOperations } from "./list-operations.ts";

/** The properties of the bodies of all failures that have a `code`, as they stand in the document. */
export function findErrorProperties(document: JsonObject): (JsonObject & { code: JsonObject })[] {
  const found: (JsonObject & { code: JsonObject })[] = [];
  const seen = new Set<unknown>();
  const visit = (value: unknown): void => {
    if (!isJsonObject(value)) return;
    const schema = resolveRef(document, value);
    if (seen.has(schema)) return;
    seen.add(schema);
    const { properties } = schema;
    if (isJsonObject(properties) && isJsonObject(properties["code"])) {
      found.push(properties as JsonObject & { code: JsonObject });
    }
    for (const keyword of ["allOf", "anyOf", "oneOf"]) {
      const parts: unknown = schema[keyword];
      for (const part of Array.isArray(parts) ? parts : []) visit(part);
    }
  };
  for (const { status, schema } of readOperations(document).operations.flatMap(({ responses }) => responses)) {
    if (status >= 400) visit(schema);
  }
  return found;
}

/** The documented values of `code` in the bodies of all failures. */
export function listErrorCodes(document: JsonObject): Set<string> {
  const values = findErrorProperties(document).flatMap(({ code }) => {
    const { enum: several, const: only } = resolveRef(document, code);
    return Array.isArray(several) ? several : [only];
  });
  return new Set(values.filter((value) => typeof value === "string"));
}
