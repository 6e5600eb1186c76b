import { isJsonObject, type JsonObject } from "../read/json-object.ts";
import type { Parameter } from "../read/list-operations.ts";
import { resolveOptional } from "../read/references.ts";
import { createValidation } from "./validate-schema.ts";
import type { Violation } from "./violation.ts";

/** Holds the values of one place against its declared parameters; each is text, decoded. */
export type CheckParameters = (
  parameters: readonly Parameter[],
  valueOf: (name: string) => string | undefined,
) => Violation[];

export function createParameterCheck(document: JsonObject): CheckParameters {
  const validate = createValidation(document, { fromText: true });
  return (parameters, valueOf) =>
    parameters.flatMap(({ name, in: location, required, schema }) => {
      const where = `${location}/${name}`;
      const text = valueOf(name);
      if (text === undefined) return required ? [{ where, message: "is required" }] : [];
      return validate(schema, isList(document, schema) ? text.split(",") : text, where);
    });
}

function isList(document: JsonObject, schema: unknown): boolean {
  return isJsonObject(schema) && resolveOptional(document, schema)["type"] === "array";
}
