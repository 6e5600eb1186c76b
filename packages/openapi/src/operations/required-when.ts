import { fieldOf, type JsonObject } from "../document/json-object.ts";

/** On a Parameter Object: the bodies that an otherwise optional parameter is required for (openapi/README.md). */
export const REQUIRED_WHEN = "x-required-when";

/** The body's discriminator, and its values that ask for the parameter. */
export interface RequiredWhen {
  readonly property: string;
  readonly values: readonly string[];
  /** The status of the response to a request without it; undefined for that of any request that breaks the contract. */
  readonly status: number | undefined;
}

/** The bodies that a parameter is required for though it is optional; undefined if there are none. */
export function requiredWhenOf(parameter: JsonObject): RequiredWhen | undefined {
  const when = fieldOf(parameter, REQUIRED_WHEN);
  const [condition] = Object.entries(fieldOf(when, "body"));
  if (!condition) return undefined;
  const [property, values] = condition;
  const { status } = when;
  return { property, values: [values].flat().map(String), status: typeof status === "number" ? status : undefined };
}
