import { readDiscriminator, REQUIRED_WHEN } from "@grid-sdk/openapi";
import { asObject, type JsonObject } from "./fragment.ts";
import type { Body } from "./read-bodies.ts";
import type { Parameter, ParameterLocation } from "./read-parameters.ts";
import type { Keys, Reader } from "./reader.ts";

/** Parameters that a request needs if its body has one of the values. */
export interface RequiredWhen {
  /** The body's discriminator. */
  readonly property: string;
  readonly values: readonly string[];
  readonly parameters: readonly { readonly name: string; readonly in: ParameterLocation }[];
}

/**
 * Reads `x-required-when: { body: { <discriminator>: <value, or a list> } }` off the parameters of an operation. `status`
 * beside it says what servers for tests respond to a request without them.
 */
export function readRequiredWhen(
  reader: Reader,
  keys: Keys,
  parameters: readonly Parameter[],
  body: Body | undefined,
): RequiredWhen | undefined {
  const conditions = parameters.filter(({ source }) => source[REQUIRED_WHEN] !== undefined);
  const [first] = conditions;
  if (!first) return undefined;
  const refuse = (reason: string) =>
    void reader.report(keys, `${first.in} parameter ${first.name}: ${REQUIRED_WHEN} ${reason}`);
  const condition = first.source[REQUIRED_WHEN];
  if (conditions.some(({ source }) => JSON.stringify(source[REQUIRED_WHEN]) !== JSON.stringify(condition))) {
    return refuse("must be the same for all parameters of the operation.");
  }
  const entries = Object.entries(asObject(asObject(condition)["body"]));
  const [property, value] = entries[0] ?? ["", undefined];
  const values = [value].flat().map(String);
  if (entries.length !== 1 || value === undefined) {
    return refuse("must name one property of the body and its values: { body: { type: [A, B] } }.");
  }
  const { body: _, status, ...others } = asObject(condition);
  const isStatus = typeof status === "number" && Number.isInteger(status) && status >= 400 && status < 500;
  if (status !== undefined && !isStatus) return refuse("takes a status from 400 to 499.");
  const [stranger] = Object.keys(others);
  if (stranger !== undefined) return refuse(`takes body and status, not ${stranger}.`);
  if (conditions.some((parameter) => parameter.required)) return refuse("has no meaning where required is true.");
  const known = reader.attempt(keys, () => listValues(reader.document, body?.schema, property)) ?? [];
  const unknown = values.find((name) => !known.includes(name));
  if (unknown !== undefined) {
    const found = known.length > 0 ? `has ${known.join(", ")}` : "has no such discriminator";
    return refuse(`names ${property}: ${unknown}; the body ${found}.`);
  }
  return { property, values, parameters: conditions.map(({ name, in: location }) => ({ name, in: location })) };
}

/** The values of the body's discriminator; none if it has no discriminator of that name. */
function listValues(document: JsonObject, schema: unknown, property: string): string[] {
  const discriminator = readDiscriminator(document, schema);
  return discriminator?.property === property ? [...discriminator.mapping.keys()] : [];
}
