import { isJsonObject, type JsonObject, listOperations, listParts, resolveRef } from "@grid-sdk/openapi";

type ErrorProperties = JsonObject & { code: JsonObject };

/** The properties of the bodies of all failures that have a `code`, as they are in the document. */
export function findErrorProperties(document: JsonObject): ErrorProperties[] {
  const seen = new Set<unknown>();
  const bodies = listOperations(document).flatMap(({ responses }) =>
    [...responses].flatMap(([status, { body }]) => (status >= 400 && body ? [body.schema] : [])),
  );
  return bodies
    .flatMap((schema) => listParts(document, schema, seen))
    .flatMap(({ properties }) => (isJsonObject(properties) && isJsonObject(properties["code"]) ? [properties] : []))
    .map((properties) => properties as ErrorProperties);
}

/** The documented values of `code` in the bodies of all failures. */
export function listErrorCodes(document: JsonObject): Set<string> {
  const values = findErrorProperties(document).flatMap(({ code }) => {
    const { enum: several, const: only } = resolveRef(document, code);
    return Array.isArray(several) ? several : [only];
  });
  return new Set(values.filter((value) => typeof value === "string"));
}
