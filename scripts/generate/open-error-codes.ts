import { isJsonObject, resolveRef, type JsonObject } from "./fragment.ts";
import { readOperations } from "./list-operations.ts";

/** Marks a schema that stands for any string beside the documented ones: `string & {}`. */
export const ANY_OTHER_STRING = "x-any-other-string";

/**
 * Opens the `code` of every schema that an error response answers with, so that a code the server adds later is no
 * type error while the documented ones still complete. Returns a changed copy.
 */
export function openErrorCodes(document: JsonObject): JsonObject {
  const copy = structuredClone(document);
  const { operations } = readOperations(copy);
  const opened = new Set<unknown>();
  for (const { status, schema } of operations.flatMap(({ responses }) => responses)) {
    if (status >= 400 && schema !== undefined) openCode(copy, schema, opened);
  }
  return copy;
}

function openCode(document: JsonObject, value: unknown, opened: Set<unknown>): void {
  if (!isJsonObject(value)) return;
  const schema = resolveRef(document, value);
  if (opened.has(schema)) return;
  opened.add(schema);
  const properties = schema["properties"];
  if (isJsonObject(properties) && isJsonObject(properties["code"])) {
    properties["code"] = openString(document, properties["code"]);
  }
  for (const keyword of ["allOf", "anyOf", "oneOf"]) {
    const parts: unknown = schema[keyword];
    for (const part of Array.isArray(parts) ? parts : []) openCode(document, part, opened);
  }
}

function openString(document: JsonObject, code: JsonObject): JsonObject {
  const { type, enum: values, const: value } = resolveRef(document, code);
  const known = Array.isArray(values) ? values : value === undefined ? [] : [value];
  const isString = known.length > 0 ? known.every((item) => typeof item === "string") : type === "string";
  if (!isString) return code;
  const { description, ...documented } = code;
  const other = { type: "string", [ANY_OTHER_STRING]: true };
  // Any string at all would swallow the codes of other bodies.
  const opened = known.length > 0 ? { anyOf: [documented, other] } : other;
  return description === undefined ? opened : { description, ...opened };
}
