import { DocumentError, type Problem } from "./document-error.ts";
import { asObject, isJsonObject, type JsonObject } from "./json-object.ts";

/** Whether a value is an OpenAPI 3.1 document, by its field `openapi`: `3.1.1`, or the number 3.1 of YAML. */
export function isOpenApi(value: unknown): value is JsonObject {
  return isJsonObject(value) && /^3\.1(\.\d+)?$/.test(String(value["openapi"]));
}

/**
 * The document if it is an OpenAPI 3.1 document. Throws a `DocumentError` otherwise. `openapi: 3.1`, a number in YAML, is
 * read as `3.1.0`: the specification's own form is a string, and libraries demand it.
 */
export function demandOpenApi(document: unknown, name: string, place: PlaceProblems): JsonObject {
  if (isOpenApi(document))
    return typeof document["openapi"] === "number" ? { ...document, openapi: "3.1.0" } : document;
  const { openapi } = asObject(document);
  const message = `openapi must be 3.1.x; found ${openapi === undefined ? "nothing" : JSON.stringify(openapi)}.`;
  throw new DocumentError(`${name} is not an OpenAPI 3.1 document.`, place([{ pointer: "/openapi", message }]));
}

/** The problems with file and line, as far as they are known. */
export type PlaceProblems = (problems: readonly Problem[]) => Problem[];
