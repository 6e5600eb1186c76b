import { readFragment, resolveRef } from "@grid-sdk/openapi";

// oxlint-disable-next-line typescript/no-explicit-any -- a document of any shape
export type Json = Record<string, any>;

/** The fragment, as core publishes it. */
export const fragment: Json = await readFragment();

/** Follows a local reference; anything else stays as it is. */
export function resolve(document: Json, value: Json): Json {
  return resolveRef(document, value);
}
