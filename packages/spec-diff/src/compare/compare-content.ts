import { fieldOf, type JsonObject } from "@grid-sdk/openapi";
import { type Comparison, report, reportAsking, WIDER } from "../judge/comparison.ts";
import { pairFields } from "../read/pair-names.ts";
import { compareSchemasOf, resolveBoth } from "./compare-both.ts";
import { compareOtherFields } from "./compare-fields.ts";
import type { SchemaOptions } from "./schema/compare-schemas.ts";

/** Records differences in the media types of a body, and in their schemas. */
export function compareContent(
  comparison: Comparison,
  [before, after]: readonly [JsonObject, JsonObject],
  options?: SchemaOptions,
): void {
  const { direction } = comparison;
  const content = fieldOf(after, "content");
  for (const [type, was, is] of pairFields(fieldOf(before, "content"), content)) {
    if (is === undefined) {
      const others = Object.keys(content);
      report(comparison, "breaking", { kind: "media-type-removed", others, direction }, { subject: type });
    } else if (was === undefined) reportAsking(comparison, WIDER, { kind: "media-type-added" }, { subject: type });
    else {
      const both = resolveBoth(comparison, was, is);
      compareOtherFields(comparison, both, ["schema"]);
      if (direction === "response") compareExampleNames(comparison, type, both);
      compareSchemasOf(comparison, both, options);
    }
  }
}

/** The mock's types know the examples of responses by name. */
function compareExampleNames(
  comparison: Comparison,
  type: string,
  [before, after]: readonly [JsonObject, JsonObject],
): void {
  const { context, isOwnExample } = comparison;
  const others = Object.keys(fieldOf(after, "examples"));
  for (const name of Object.keys(fieldOf(before, "examples"))) {
    if (others.includes(name)) continue;
    const isOwn = context && isOwnExample?.(context, type, name);
    report(comparison, isOwn ? "docs" : "breaking", { kind: "example-removed", others }, { subject: name });
  }
}
