import { type JsonObject } from "@grid-sdk/openapi";
import { findTexts } from "./find-texts.ts";

/**
 * Every text of an OpenAPI document by its JSON pointer, those of an object before those within it: summaries,
 * descriptions and examples. The summary, the description and the value of a named example are one text each; the
 * `examples` of a schema are one text. Names, data (`enum`, `const`, `default`, the inside of an example) and extensions
 * (`x-…`) are not texts.
 */
export function listTexts(document: JsonObject): Map<string, unknown> {
  return new Map(findTexts(document).map(({ pointer, owner, field }) => [pointer, owner[field]]));
}
