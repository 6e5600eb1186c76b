import { fieldOf, type JsonObject } from "../document/json-object.ts";

/** On a Parameter Object: the bodies that an otherwise optional parameter is required for (openapi/README.md). */
export const REQUIRED_WHEN = "x-required-when";

/** The body's discriminator, and its values that ask for the parameter. */
export interface RequiredWhen {
  readonly property: string;
  readonly values: readonly string[];
}

/** The bodies that a parameter is required for though it is optional; undefined if there are none. */
export function requiredWhenOf(parameter: JsonObject): RequiredWhen | undefined {
  const [condition] = Object.entries(fieldOf(fieldOf(parameter, REQUIRED_WHEN), "body"));
  return condition && { property: condition[0], values: [condition[1]].flat().map(String) };
}
