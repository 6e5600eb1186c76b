import { isJsonObject, type JsonObject, type Parameter } from "@grid-sdk/openapi";
import { hasType } from "./read-query-value.ts";
import { createValidation } from "./validate-schema.ts";
import type { Violation } from "./violation.ts";

/** Validates values against their declared parameters. A value is decoded text, or a list or an object of texts. */
export type CheckParameters = (
  parameters: readonly Parameter[],
  valueOf: (parameter: Parameter) => unknown,
  body?: unknown,
) => Violation[];

export function createParameterCheck(document: JsonObject): CheckParameters {
  const validate = createValidation(document, { fromText: true });
  return (parameters, valueOf, body) =>
    parameters.flatMap((parameter) => {
      const { name, in: location, schema } = parameter;
      const where = `${location}/${name}`;
      const value = valueOf(parameter);
      if (value === undefined) return describeMissing(parameter, where, body);
      const isSplit = typeof value === "string" && location !== "query" && hasType(document, schema, "array");
      return validate(schema, isSplit ? value.split(",") : value, where);
    });
}

/** The value of a body's discriminator that requires an optional parameter: `x-required-when`. Undefined if no value does. */
export function findRequiringValue({ requiredWhen }: Parameter, body: unknown): string | undefined {
  const value = isJsonObject(body) && requiredWhen ? body[requiredWhen.property] : undefined;
  return typeof value === "string" && requiredWhen?.values.includes(value) ? value : undefined;
}

function describeMissing(parameter: Parameter, where: string, body: unknown): Violation[] {
  if (parameter.required) return [{ where, message: "is required", code: "required" }];
  const value = findRequiringValue(parameter, body);
  return value === undefined ? [] : [{ where, message: `is required for ${value}`, code: "required" }];
}
