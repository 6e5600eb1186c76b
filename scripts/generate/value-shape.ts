import { isJsonObject, type JsonObject, resolveRef, subschemasOf } from "@grid-sdk/openapi";

/** What a schema's values may be, as far as it matters in a URL or a header. */
export interface ValueShape {
  readonly isArray: boolean;
  readonly isObject: boolean;
  /** Whether an array or an object may hold arrays or objects. */
  readonly isNested: boolean;
}

const PLAIN: ValueShape = { isArray: false, isObject: false, isNested: false };

/** The shape of a schema's values. A schema that allows anything counts as one of plain values. */
export function shapeOf(document: JsonObject, value: unknown, seen: ReadonlySet<unknown> = new Set()): ValueShape {
  if (!isJsonObject(value)) return PLAIN;
  const schema = resolveRef(document, value);
  // A schema within itself.
  if (seen.has(schema)) return { isArray: true, isObject: true, isNested: true };
  const within = new Set([...seen, schema]);
  const subschemas = subschemasOf(schema);
  const shapesOf = (described: "value" | "part") =>
    subschemas
      .filter(({ describes }) => describes === described)
      .map((subschema) => shapeOf(document, subschema.schema, within));

  const { type, properties, items } = schema;
  const types = new Set([type].flat());
  const values: unknown[] = Array.isArray(schema["enum"]) ? schema["enum"] : "const" in schema ? [schema["const"]] : [];
  const isArray = type === undefined ? items !== undefined : types.has("array");
  const isObject = type === undefined ? properties !== undefined : types.has("object");
  const held = isArray || isObject ? shapesOf("part") : [];
  const parts = shapesOf("value");
  return {
    isArray: isArray || values.some(Array.isArray) || parts.some((part) => part.isArray),
    isObject: isObject || values.some(isJsonObject) || parts.some((part) => part.isObject),
    isNested: held.some((part) => part.isArray || part.isObject) || parts.some((part) => part.isNested),
  };
}
