import { findRequiringValue } from "@grid-sdk/contract";
import {
  asObject,
  fieldOf,
  isJsonObject,
  type JsonObject,
  type Operation,
  type Parameter,
  resolveRef,
} from "@grid-sdk/openapi";
import { LOCATIONS } from "./check-parameters.ts";

/**
 * The code of a call with the fragment's own examples: the first one of the body, and one of each required parameter.
 * Undefined if one of them has no example, because an invented value might not be valid.
 */
export function sampleCall(document: JsonObject, operation: Operation): string | undefined {
  const { id, requestBody } = operation;
  const input: JsonObject = {};
  const body: unknown = requestBody?.examples.values().next().value;
  if (requestBody?.required && body === undefined) return undefined;

  for (const parameter of requiredParameters(operation, body)) {
    const value = exampleOf(document, parameter);
    if (value === undefined) return undefined;
    input[parameter.in] = { ...fieldOf(input, parameter.in), [parameter.name]: value };
  }
  const saysNothing = !requestBody?.required && Object.keys(asObject(body)).length === 0;
  if (!saysNothing) input["body"] = body;
  return `const { status, data } = await grid.${id}(${formatLiteral(input)});`;
}

function requiredParameters({ parameters }: Operation, body: unknown): Parameter[] {
  return LOCATIONS.flatMap((location) => parameters.filter((parameter) => parameter.in === location)).filter(
    (parameter) => parameter.required || findRequiringValue(parameter, body) !== undefined,
  );
}

function exampleOf(document: JsonObject, { example, schema, source }: Parameter): unknown {
  const { example: own, examples } = isJsonObject(schema) ? resolveRef(document, schema) : {};
  const [named] = Object.values(fieldOf(source, "examples"));
  return example ?? asObject(named)["value"] ?? own ?? (Array.isArray(examples) ? examples[0] : undefined);
}

/** Names without the quotes that they do not need, and an object of one plain value on one line. */
function formatLiteral(value: JsonObject): string {
  if (Object.keys(value).length === 0) return "";
  // Each name begins a line, and no string contains a line break.
  return JSON.stringify(value, undefined, 2)
    .replaceAll(/^(\s*)"([A-Za-z_$][\w$]*)":/gm, "$1$2:")
    .replaceAll(/\{\n\s+([^\n{}[\]]+)\n\s+\}/g, "{ $1 }");
}
