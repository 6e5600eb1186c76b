import { jsdoc } from "./jsdoc.ts";
import type { Operation, Parameter, RequiredWhen } from "@grid-sdk/openapi";
import { LOCATIONS } from "./check-parameters.ts";
import { typeNamesOf } from "./type-names.ts";

/** The exported type of an operation's input: `{ path, query, header, body }`, as far as it has them. */
export function deriveInputType(operation: Operation): string {
  const { id } = operation;
  const { input } = typeNamesOf(id);
  const doc = jsdoc([`The input of \`${id}\`.`]);
  const condition = conditionOf(operation);
  if (!condition) return `${doc}export interface ${input} ${deriveMembers(operation)}\n`;

  const { property, values } = condition;
  const required = { ...operation, parameters: operation.parameters.map(demand) };
  const body = deriveBody(operation);
  const others = `Exclude<${body}, { ${property}: ${values.map((value) => JSON.stringify(value)).join(" | ")} }>`;
  // TypeScript explains an input that fits neither by the last one, which names the missing parameter.
  return `${doc}export type ${input} =
  | ${deriveMembers(operation, others)}
  | ${deriveMembers(required, body)};
`;
}

function demand(parameter: Parameter): Parameter {
  return parameter.requiredWhen ? { ...parameter, required: true } : parameter;
}

/** The bodies that require a parameter which is optional otherwise: the same ones for all such parameters. */
function conditionOf({ parameters }: Operation): RequiredWhen | undefined {
  return parameters.find(({ requiredWhen }) => requiredWhen)?.requiredWhen;
}

/** Whether the operation can be called without any input. */
export function takesNothing({ parameters, requestBody }: Operation): boolean {
  return !parameters.some(({ required }) => required) && requestBody?.required !== true;
}

function deriveMembers(operation: Operation, body = deriveBody(operation)): string {
  const { id, parameters, requestBody } = operation;
  const members = LOCATIONS.flatMap((location) => {
    const own = parameters.filter((parameter) => parameter.in === location);
    if (own.length === 0) return [];
    const documented = `operations[${JSON.stringify(id)}]["parameters"]["${location}"]`;
    // What a condition requires is optional in the documented type.
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

function deriveBody({ id, requestBody }: Operation): string {
  const type = `operations[${JSON.stringify(id)}]["requestBody"]`;
  return requestBody?.required
    ? `${type}["content"]["application/json"]`
    : `NonNullable<${type}>["content"]["application/json"]`;
}
