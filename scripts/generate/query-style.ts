import type { JsonObject } from "./fragment.ts";
import type { ValueShape } from "./value-shape.ts";

/** How a query parameter is written, as openapi-fetch's `createQuerySerializer` takes it. */
export interface QueryStyle {
  readonly style?: "form" | "spaceDelimited" | "pipeDelimited" | "deepObject";
  readonly explode?: boolean;
  readonly allowReserved?: true;
}

/**
 * How a query parameter is to be written where that is not what openapi-fetch does by itself (arrays: `form`, exploded;
 * objects: `deepObject`), or why nothing can write it. OpenAPI 3.1, Parameter Object: the default is `form`, exploded.
 */
export function readQueryStyle(parameter: JsonObject, shape: ValueShape): QueryStyle | undefined | string {
  const style = parameter["style"] ?? "form";
  const explode = parameter["explode"] ?? style === "form";
  const reserved = parameter["allowReserved"] === true ? { allowReserved: true as const } : undefined;
  if (!shape.isArray && !shape.isObject) {
    return style === "form"
      ? reserved
      : `style ${String(style)} is for arrays and objects; write a plain value with style form`;
  }
  if (shape.isArray && shape.isObject) return "a value is either an array or an object; describe one of them";
  if (shape.isNested) {
    const what = shape.isArray ? "an array holds" : "an object has";
    return `${what} plain values alone, no arrays or objects: a query has no standard way to write them`;
  }
  if (shape.isArray) {
    if (style !== "form" && style !== "spaceDelimited" && style !== "pipeDelimited") {
      return `an array is written with style form, spaceDelimited or pipeDelimited, not ${String(style)}`;
    }
    // Exploded, all three are `name=value` for each value.
    return explode === true ? reserved : { style, explode: false, ...reserved };
  }
  if (style === "deepObject") return reserved;
  return style === "form"
    ? { style, explode: explode === true, ...reserved }
    : `an object is written with style form or deepObject, not ${String(style)}`;
}
