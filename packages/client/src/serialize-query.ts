import type { QueryParameterStyle } from "@grid-sdk/core";
import type { Call } from "./call.ts";
import { GridInputError } from "./errors/grid-input-error.ts";
import { createQuerySerializer, type QuerySerializerOptions } from "./openapi-fetch.ts";

/**
 * Creates a serializer that writes each parameter in the style of the specification, or else in that of `options`. It
 * encodes names like values, since the names of an object may come from outside.
 */
export function serializeQuery(
  styles: Readonly<Record<string, QueryParameterStyle>>,
  call: Call,
  options?: QuerySerializerOptions,
): (query: object) => string {
  return (query) => {
    const parts = Object.entries(query).flatMap(([name, value]: [string, unknown]) => {
      if (value == null || (Array.isArray(value) && value.length === 0)) return [];
      const own = Object.hasOwn(styles, name) ? styles[name] : undefined;
      const { allowReserved = options?.allowReserved ?? false, ...style } = own ?? {};
      try {
        const chosen = {
          array: { ...options?.array, ...style },
          object: { ...options?.object, ...style },
          allowReserved,
        };
        return createQuerySerializer(chosen as QuerySerializerOptions)(encodeNames({ [name]: encodeNames(value) }));
      } catch (error) {
        const problem = error instanceof URIError ? "must be well-formed Unicode" : "is nested too deeply for a URL";
        throw new GridInputError(`the query parameter ${name.toWellFormed()} ${problem}.`, call);
      }
    });
    return parts.join("&");
  };
}

/** Encodes the names of an object. Returns any other value as it is. */
function encodeNames<Value>(value: Value): Value {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  const pairs = Object.entries(value).map(([name, held]) => [encodeURIComponent(name), held] as const);
  // Without a prototype, since the library also writes inherited properties.
  return Object.assign(Object.create(null) as Value & object, Object.fromEntries(pairs));
}
