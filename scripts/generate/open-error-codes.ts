import { resolveRef, type JsonObject } from "@grid-sdk/openapi";
import { findErrorProperties } from "./list-error-codes.ts";

/** Marks a schema for any string beside the documented ones: `string & {}`. */
export const ANY_OTHER_STRING = "x-any-other-string";

/**
 * Opens the `code` of every error response's schema, so that a code which the server adds later is not a type error, and
 * editors still complete the documented ones. Returns a changed copy.
 */
export function openErrorCodes(document: JsonObject): JsonObject {
  const copy = structuredClone(document);
  for (const properties of findErrorProperties(copy)) properties.code = openString(copy, properties.code);
  return copy;
}

function openString(document: JsonObject, code: JsonObject): JsonObject {
  const { type, enum: values, const: value } = resolveRef(document, code);
  const known = Array.isArray(values) ? values : value === undefined ? [] : [value];
  const isString = known.length > 0 ? known.every((item) => typeof item === "string") : type === "string";
  if (!isString) return code;
  const { description, ...documented } = code;
  const other = { type: "string", [ANY_OTHER_STRING]: true };
  // A plain string would absorb the codes of other bodies.
  const opened = known.length > 0 ? { anyOf: [documented, other] } : other;
  return description === undefined ? opened : { description, ...opened };
}
