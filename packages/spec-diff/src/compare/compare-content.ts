import { isJsonObject, resolveRef, type JsonObject } from "../generate/fragment.ts";
import { compareOtherFields } from "./compare-fields.ts";
import { compareSchemas, type SchemaOptions } from "./compare-schemas.ts";
import { report, type Comparison } from "./comparison.ts";
import type { SchemaNode } from "./schema-node.ts";

/** The object's field of that name, or an empty object. */
export function fieldOf(object: JsonObject, field: string): JsonObject {
  const value = object[field];
  return isJsonObject(value) ? value : {};
}

/** What the object is once its `$ref` is followed; an empty object for nothing. */
export function resolved(document: JsonObject, value: unknown): JsonObject {
  return value === undefined ? {} : resolveRef(document, value);
}

/** The schema of a parameter, header or body, as the comparison takes it. */
export function schemaNodes(document: JsonObject, holder: JsonObject): SchemaNode[] {
  return [{ document, schema: holder["schema"] ?? true, place: { path: [] } }];
}

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
    const message = `The body is not ${type} any more.`;
    report(comparison, "breaking", { kind: "media-type-removed", place, subject: type, message });
  }
  for (const type of Object.keys(is)) {
    if (was[type] !== undefined) continue;
    const message =
      comparison.direction === "request" ? `The body may be ${type} as well.` : `The body may be ${type}: handle it.`;
    report(
      comparison,
      { request: "minor", response: "widening" },
      { kind: "media-type-added", place, subject: type, message },
    );
  }
  for (const [type, value] of Object.entries(was)) {
    if (is[type] === undefined) continue;
    const [old, now] = [resolved(comparison.before, value), resolved(comparison.after, is[type])];
    compareOtherFields(comparison, [old, now], ["schema"]);
    compareSchemas(comparison, schemaNodes(comparison.before, old), schemaNodes(comparison.after, now), options);
  }
}
