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
  const schemas = readOperations(copy)
    .operations.flatMap((operation) => operation.responses)
    .filter((response) => response.status >= 400 && response.schema !== undefined)
    .map((response) => resolveRef(copy, response.schema));
  for (const schema of new Set(schemas)) openCode(copy, schema);
  return copy;
}

function openCode(document: JsonObject, schema: JsonObject): void {
  const properties = schema["properties"];
  if (isJsonObject(properties) && isJsonObject(properties["code"])) {
    const { description, ...documented } = properties["code"];
    const anyOf = [documented, { type: "string", [ANY_OTHER_STRING]: true }];
    properties["code"] = description === undefined ? { anyOf } : { description, anyOf };
  }
  if (!Array.isArray(schema["allOf"])) return;
  for (const part of schema["allOf"]) openCode(document, resolveRef(document, part));
}
