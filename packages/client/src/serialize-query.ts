import type { QueryParameterStyle } from "@grid-sdk/core";
import type { Call } from "./call.ts";
import { GridInputError } from "./errors/grid-input-error.ts";
import { createQuerySerializer, type QuerySerializerOptions } from "./openapi-fetch.ts";

/** A serializer that writes each parameter in the style that the specification gives it. */
export function serializeQuery(
  styles: Readonly<Record<string, QueryParameterStyle>>,
  call: Call,
): (query: Record<string, unknown>) => string {
  return (query) => {
    const parts = Object.entries(query).map(([name, value]) => {
      const { allowReserved = false, ...style } = styles[name] ?? {};
      try {
        const options = { array: style, object: style, allowReserved } as QuerySerializerOptions;
        return createQuerySerializer(options)({ [name]: value });
      } catch {
        throw new GridInputError(`the query parameter ${name} is nested too deeply for a URL.`, call);
      }
    });
    return parts.filter(Boolean).join("&");
  };
}
