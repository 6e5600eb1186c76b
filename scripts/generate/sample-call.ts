import { asObject, isJsonObject, type JsonObject, resolveRef } from "./fragment.ts";
import type { Operation } from "./list-operations.ts";
import { LOCATIONS, type Parameter } from "./read-parameters.ts";

/**
 * The code of a call with the fragment's own examples: the first of the body, and one of each required parameter.
 * Nothing if one of them has no example, because an invented value might not be valid.
 */
export function sampleCall(document: JsonObject, operation: Operation): string | undefined {
  const { operationId, requestBody } = operation;
  const input: JsonObject = {};
  const body: unknown = requestBody?.examples.values().next().value;
  if (requestBody?.required && body === undefined) return undefined;

  for (const parameter of requiredParameters(operation, body)) {
    const value = exampleOf(document, parameter);
    if (value === undefined) return undefined;
    input[parameter.in] = { ...asObject(input[parameter.in]), [parameter.name]: value };
  }
  const saysNothing = !requestBody?.required && Object.keys(asObject(body)).length === 0;
  if (!saysNothing) input["body"] = body;
  return `const { status, data } = await grid.${operationId}(${formatLiteral(input)});`;
}

function requiredParameters({ parameters, requiredWhen }: Operation, body: unknown): Parameter[] {
  const isDemanded = requiredWhen?.values.includes(asObject(body)[requiredWhen.property] as string) === true;
  return LOCATIONS.flatMap((location) => parameters.filter((parameter) => parameter.in === location)).filter(
    (parameter) =>
      parameter.required ||
      (isDemanded &&
        requiredWhen?.parameters.some(({ name, in: at }) => name === parameter.name && at === parameter.in)),
  );
}

function exampleOf(document: JsonObject, { source }: Parameter): unknown {
  const schema = isJsonObject(source["schema"]) ? resolveRef(document, source["schema"]) : {};
  const [named] = Object.values(asObject(source["examples"]));
  const [listed] = Array.isArray(schema["examples"]) ? schema["examples"] : [];
  return source["example"] ?? asObject(named)["value"] ?? schema["example"] ?? listed;
}

/** Names without the quotes that they do not need, and an object of one plain value on one line. */
function formatLiteral(value: JsonObject): string {
  if (Object.keys(value).length === 0) return "";
  // Each name begins a line, and no string contains a line break.
  return JSON.stringify(value, undefined, 2)
    .replaceAll(/^(\s*)"([A-Za-z_$][\w$]*)":/gm, "$1$2:")
    .replaceAll(/\{\n\s+([^\n{}[\]]+)\n\s+\}/g, "{ $1 }");
}
