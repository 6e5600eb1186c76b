import { type JsonObject, resolveOptional } from "@grid-sdk/openapi";
import type { Comparison } from "../judge/comparison.ts";
import type { Place } from "../read/place.ts";
import { schemaNodes } from "../read/schema-node.ts";
import { compareSchemas, type SchemaOptions } from "./schema/compare-schemas.ts";

/** Two objects once their references are followed; empty for nothing. */
export function resolveBoth({ before, after }: Comparison, was: unknown, is: unknown): [JsonObject, JsonObject] {
  return [resolveOptional(before.document, was), resolveOptional(after.document, is)];
}

/** Records what differs in the schemas of two parameters, headers or bodies. */
export function compareSchemasOf(
  comparison: Comparison,
  [before, after]: readonly [JsonObject, JsonObject],
  options?: SchemaOptions,
  part?: Place["part"],
): void {
  const was = schemaNodes(comparison.before, before, part);
  compareSchemas(comparison, was, schemaNodes(comparison.after, after, part), options);
}
