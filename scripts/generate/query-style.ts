import type { JsonObject, Parameter } from "@grid-sdk/openapi";
import { shapeOf, type ValueShape } from "./value-shape.ts";

/** How a query parameter is written, as openapi-fetch's `createQuerySerializer` accepts it. */
export interface QueryStyle {
  readonly style?: string;
  readonly explode?: boolean;
  readonly allowReserved?: true;
}

/**
 * How a query parameter is written; undefined if openapi-fetch does so by default: arrays with style `form`, exploded,
 * objects with `deepObject`.
 */
export function queryStyleOf(document: JsonObject, parameter: Parameter): QueryStyle | undefined {
  const { in: location, schema, style, explode, source } = parameter;
  if (location !== "query") return undefined;
  const { isArray, isObject } = shapeOf(document, schema);
  const reserved = source["allowReserved"] === true ? { allowReserved: true as const } : undefined;
  // Exploded, an array is `name=value` for each value, in every style.
  if (isArray && !explode) return { style, explode, ...reserved };
  return isObject && style === "form" ? { style, explode, ...reserved } : reserved;
}

const ARRAY_STYLES = new Set(["form", "spaceDelimited", "pipeDelimited"]);

/** Why a query parameter cannot be written; undefined if it can. */
export function findStyleProblem({ style }: Parameter, shape: ValueShape): string | undefined {
  const { isArray, isObject, isNested } = shape;
  if (!isArray && !isObject) {
    return style === "form"
      ? undefined
      : `style ${style} is for arrays and objects; write a plain value with style form`;
  }
  if (isArray && isObject) return "a value is either an array or an object; describe one of them";
  if (isNested) {
    const what = isArray ? "an array must hold" : "an object must have";
    return `${what} only plain values: a query has no standard way to write arrays and objects within them`;
  }
  if (isArray && !ARRAY_STYLES.has(style)) {
    return `an array is written with style form, spaceDelimited or pipeDelimited, not ${style}`;
  }
  if (isObject && style !== "form" && style !== "deepObject") {
    return `an object is written with style form or deepObject, not ${style}`;
  }
  return undefined;
}
