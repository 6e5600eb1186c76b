import { jsdoc } from "./jsdoc.ts";
import type { Operation } from "./list-operations.ts";
import { LOCATIONS, type Parameter } from "./read-parameters.ts";
import { typeNamesOf } from "./type-names.ts";

/** The exported type of what an operation takes: `{ path, query, header, body }`, as far as it has them. */
export function deriveInputType(operation: Operation): string {
  const { operationId, requiredWhen } = operation;
  const { input } = typeNamesOf(operationId);
  const doc = jsdoc([`What \`${operationId}\` takes.`]);
  if (!requiredWhen) return `${doc}export interface ${input} ${deriveMembers(operation)}\n`;

  const { property, values, parameters } = requiredWhen;
  const required = { ...operation, parameters: operation.parameters.map((parameter) => demand(parameter, parameters)) };
  const body = deriveBody(operation);
  const others = `Exclude<${body}, { ${property}: ${values.map((value) => JSON.stringify(value)).join(" | ")} }>`;
  // TypeScript explains an input that fits neither by the last: there it names the parameter that is missing.
  return `${doc}export type ${input} =
  | ${deriveMembers(operation, others)}
  | ${deriveMembers(required, body)};
`;
}

/** Whether the operation can be called without any input. */
export function takesNothing({ parameters, requestBody }: Operation): boolean {
  return !parameters.some(({ required }) => required) && requestBody?.required !== true;
}

function demand(parameter: Parameter, demanded: readonly Pick<Parameter, "name" | "in">[]): Parameter {
  return demanded.some(({ name, in: location }) => name === parameter.name && location === parameter.in)
    ? { ...parameter, required: true }
    : parameter;
}

function deriveMembers(operation: Operation, body = deriveBody(operation)): string {
  const { operationId, parameters, requestBody } = operation;
  const members = LOCATIONS.flatMap((location) => {
    const own = parameters.filter((parameter) => parameter.in === location);
    if (own.length === 0) return [];
    const documented = `operations[${JSON.stringify(operationId)}]["parameters"]["${location}"]`;
    // What a condition demands, the documented type leaves optional.
    const demanded = own.filter(
      ({ required, source }) => required && source["required"] !== true && location !== "path",
    );
    const names = demanded.map(({ name }) => JSON.stringify(name)).join(" | ");
    const isRequired = own.some(({ required }) => required);
    const type = demanded.length > 0 ? `WithRequired<NonNullable<${documented}>, ${names}>` : documented;
    return [isRequired ? `${location}: ${type}` : `${location}?: ${type} | undefined`];
  });
  if (requestBody) members.push(requestBody.required ? `body: ${body}` : `body?: ${body} | undefined`);
  return `{ ${members.join("; ")} }`;
}

function deriveBody({ operationId, requestBody }: Operation): string {
  const type = `operations[${JSON.stringify(operationId)}]["requestBody"]`;
  return requestBody?.required
    ? `${type}["content"]["application/json"]`
    : `NonNullable<${type}>["content"]["application/json"]`;
}
