import { isJsonObject, type JsonObject, type Operation, type Parameter } from "@grid-sdk/openapi";
import { findStyleProblem } from "./query-style.ts";
import type { Report } from "./problems.ts";
import { shapeOf } from "./value-shape.ts";

/** Where a call has parameters. */
export const LOCATIONS = ["path", "query", "header"] as const;

/** Reports parameters that a call cannot send. */
export function checkParameters(document: JsonObject, { path, parameters, endpoint }: Operation, report: Report): void {
  for (const parameter of parameters) {
    const { name, in: location, keys } = parameter;
    if (location === "path" && !path.includes(`{${name}}`)) {
      report(endpoint.keys, `the path has no {${name}} for the path parameter ${name}.`);
    }
    const reason = findReason(document, parameter);
    if (reason !== undefined) report(keys, `${location} parameter ${name}: ${reason}.`);
  }
}

function findReason(document: JsonObject, parameter: Parameter): string | undefined {
  const { in: location, schema, style, source } = parameter;
  if (!LOCATIONS.some((known) => known === location)) {
    return `parameters in ${location} are not supported; path, query and header are`;
  }
  if (isJsonObject(source["content"])) return "content is not supported; describe it by schema and style";
  const shape = shapeOf(document, schema);
  if (location === "query") return findStyleProblem(parameter, shape);
  if (style !== "simple") return `style ${style} is for other places; use style simple`;
  if (location === "path" && (shape.isArray || shape.isObject)) {
    return "a path parameter must be a string, a number or a boolean, not an array or an object";
  }
  if (shape.isObject || shape.isNested) return "a header must be a plain value or an array of plain values";
  return undefined;
}
