import { fieldOf, type JsonObject } from "../document/json-object.ts";

/** On a Parameter Object: the bodies that require an optional parameter (openapi/README.md). */
export const REQUIRED_WHEN = "x-required-when";

/** The body's discriminator, and its values that require the parameter. */
export interface RequiredWhen {
  readonly property: string;
  readonly values: readonly string[];
  /** The status of the response to a request without it; undefined if it is the same as for other invalid requests. */
  readonly status: number | undefined;
}

/** The bodies that require a parameter although it is optional; undefined if there is no condition. */
export function requiredWhenOf(parameter: JsonObject): RequiredWhen | undefined {
  const when = fieldOf(parameter, REQUIRED_WHEN);
  const [condition] = Object.entries(fieldOf(when, "body"));
  if (!condition) return undefined;
  const [property, values] = condition;
  const { status } = when;
  return { property, values: [values].flat().map(String), status: typeof status === "number" ? status : undefined };
}
