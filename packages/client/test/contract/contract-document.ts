import { createRequire } from "node:module";

// oxlint-disable-next-line typescript/no-explicit-any -- a document of any shape
export type Json = Record<string, any>;

/** The fragment, as core publishes it. */
export const fragment: Json = createRequire(import.meta.url)("@grid-sdk/core/openapi.json");

/** Follows a local reference; anything else stays as it is. */
export function resolve(document: Json, value: Json): Json {
  const ref: unknown = value["$ref"];
  if (typeof ref !== "string") return value;
  const keys = ref.slice(2).split("/");
  return resolve(
    document,
    keys.reduce((at, key) => at[key], document),
  );
}
