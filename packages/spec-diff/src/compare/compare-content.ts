import { fieldOf, type JsonObject, resolveOptional } from "@grid-sdk/openapi";
import { type Comparison, type Direction, quoteAll, report } from "../judge/comparison.ts";
import { schemaNodes } from "../read/schema-node.ts";
import { compareOtherFields } from "./compare-fields.ts";
import { compareSchemas, type SchemaOptions } from "./schema/compare-schemas.ts";

/** Records differences in the media types of a body, and in their schemas. */
export function compareContent(
  comparison: Comparison,
  before: JsonObject,
  after: JsonObject,
  options?: SchemaOptions,
): void {
  const [was, is] = [fieldOf(before, "content"), fieldOf(after, "content")];
  const place = { path: [] };
  for (const type of Object.keys(was)) {
    if (is[type] !== undefined) continue;
    const fact = `The body is no longer ${type}`;
    const advice = listOthers(Object.keys(is), comparison.direction);
    report(comparison, "breaking", { kind: "media-type-removed", place, subject: type, fact, advice });
  }
  for (const type of Object.keys(is)) {
    if (was[type] !== undefined) continue;
    const said =
      comparison.direction === "request"
        ? { fact: `The body may be ${type} as well` }
        : { fact: `The body may be ${type}`, advice: "handle it" };
    report(
      comparison,
      { request: "minor", response: "widening" },
      { kind: "media-type-added", place, subject: type, ...said },
    );
  }
  for (const [type, value] of Object.entries(was)) {
    if (is[type] === undefined) continue;
    const [old, now] = [
      resolveOptional(comparison.before.document, value),
      resolveOptional(comparison.after.document, is[type]),
    ];
    compareOtherFields(comparison, [old, now], ["schema"]);
    if (comparison.direction === "response") compareExampleNames(comparison, type, old, now);
    compareSchemas(comparison, schemaNodes(comparison.before, old), schemaNodes(comparison.after, now), options);
  }
}

function listOthers(types: readonly string[], direction: Direction): string {
  if (direction === "request") return types.length > 0 ? `send ${types.join(" or ")}` : "stop sending it";
  return types.length > 0 ? `read ${types.join(" or ")}` : "stop reading it";
}

/** The mock's types know the examples of responses by name. */
function compareExampleNames(comparison: Comparison, type: string, before: JsonObject, after: JsonObject): void {
  const [was, is] = [fieldOf(before, "examples"), fieldOf(after, "examples")];
  const others = quoteAll(Object.keys(is));
  for (const name of Object.keys(was)) {
    if (name in is) continue;
    const instead = others === "" ? "reply with a body of your own" : `name ${others}`;
    const fact = `The example \`${name}\` is gone`;
    const advice = `where \`mock.reply\` names it, ${instead} instead`;
    const isOwn = comparison.context && comparison.isOwnExample?.(comparison.context, type, name);
    report(comparison, isOwn ? "docs" : "breaking", {
      kind: "example-removed",
      place: { path: [] },
      subject: name,
      fact,
      advice,
    });
  }
}
