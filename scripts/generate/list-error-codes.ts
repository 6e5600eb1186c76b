import { isJsonObject, resolveRef, type JsonObject } from "./fragment.ts";
import { readOperations } from "./list-operations.ts";

/** The documented values of `code` in the bodies of all failures of a document. */
export function listErrorCodes(document: JsonObject): Set<string> {
  const codes = new Set<string>();
  const seen = new Set<unknown>();
  for (const { status, schema } of readOperations(document).operations.flatMap(({ responses }) => responses)) {
    if (status >= 400 && schema !== undefined) addCodes(document, schema, codes, seen);
  }
  return codes;
}

function addCodes(document: JsonObject, value: unknown, codes: Set<string>, seen: Set<unknown>): void {
  if (!isJsonObject(value)) return;
  const schema = resolveRef(document, value);
  if (seen.has(schema)) return;
  seen.add(schema);
  const { properties } = schema;
  if (isJsonObject(properties) && isJsonObject(properties["code"])) {
    const { enum: values, const: only } = resolveRef(document, properties["code"]);
    for (const code of Array.isArray(values) ? values : [only]) if (typeof code === "string") codes.add(code);
  }
  for (const keyword of ["allOf", "anyOf", "oneOf"]) {
    const parts: unknown = schema[keyword];
    for (const part of Array.isArray(parts) ? parts : []) addCodes(document, part, codes, seen);
  }
}
