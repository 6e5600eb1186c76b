import {
  asObject,
  fieldOf,
  type JsonObject,
  type Operation,
  readDiscriminator,
  REQUIRED_WHEN,
} from "@grid-sdk/openapi";
import type { Report } from "./problems.ts";

/**
 * Reports an `x-required-when: { body: { <discriminator>: <value, or a list> } }` that no body can meet. `status` beside
 * it is the response of servers for tests to a request without the parameter.
 */
export function checkCondition(document: JsonObject, operation: Operation, report: Report): void {
  const conditions = operation.parameters.filter(({ source }) => source[REQUIRED_WHEN] !== undefined);
  const [first] = conditions;
  if (!first) return;
  const refuse = (reason: string) =>
    report(operation.endpoint.keys, `${first.in} parameter ${first.name}: ${REQUIRED_WHEN} ${reason}`);
  const condition = asObject(first.source[REQUIRED_WHEN]);
  if (conditions.some(({ source }) => JSON.stringify(source[REQUIRED_WHEN]) !== JSON.stringify(condition))) {
    return refuse("must be the same for all parameters of the operation.");
  }
  const entries = Object.entries(fieldOf(condition, "body"));
  const [[property, value] = ["", undefined]] = entries;
  if (entries.length !== 1 || value === undefined) {
    return refuse("must name one property of the body and its values: { body: { type: [A, B] } }.");
  }
  const { body: _, status, ...others } = condition;
  const isStatus = typeof status === "number" && Number.isInteger(status) && status >= 400 && status < 500;
  if (status !== undefined && !isStatus) return refuse("accepts a status from 400 to 499.");
  const [stranger] = Object.keys(others);
  if (stranger !== undefined) return refuse(`accepts body and status, not ${stranger}.`);
  if (conditions.some(({ required }) => required)) return refuse("has no meaning where required is true.");
  const known = listValues(document, operation.requestBody?.schema, property);
  const unknown = [value].flat().find((name) => !known.includes(String(name)));
  if (unknown === undefined) return undefined;
  const found = known.length > 0 ? `has ${known.join(", ")}` : "has no such discriminator";
  return refuse(`names ${property}: ${String(unknown)}; the body ${found}.`);
}

/** The values of the body's discriminator; none if it has no discriminator of that name. */
function listValues(document: JsonObject, schema: unknown, property: string): string[] {
  const discriminator = readDiscriminator(document, schema);
  return discriminator?.property === property ? [...discriminator.mapping.keys()] : [];
}
