import { asObject, isJsonObject, resolveRef, type JsonObject } from "./fragment.ts";

/** What a schema's values may be, as far as it matters where they are written into a URL or a header. */
export interface ValueShape {
  readonly isArray: boolean;
  readonly isObject: boolean;
  /** An array or an object may hold arrays or objects. */
  readonly isNested: boolean;
}

const PLAIN: ValueShape = { isArray: false, isObject: false, isNested: false };

/** The shape of a schema's values; a schema that allows anything counts as one of plain values. */
export function shapeOf(document: JsonObject, value: unknown, seen: ReadonlySet<unknown> = new Set()): ValueShape {
  if (!isJsonObject(value)) return PLAIN;
  const schema = resolveRef(document, value);
  // A schema within itself.
  if (seen.has(schema)) return { isArray: true, isObject: true, isNested: true };
  const within = new Set([...seen, schema]);
  const shapes = (list: unknown) =>
    Array.isArray(list) ? list.map((item: unknown) => shapeOf(document, item, within)) : [];
  const isCompound = ({ isArray, isObject }: ValueShape) => isArray || isObject;

  const { type, properties, items, additionalProperties } = schema;
  const types = new Set([type].flat());
  const values: unknown[] = Array.isArray(schema["enum"]) ? schema["enum"] : "const" in schema ? [schema["const"]] : [];
  const isArray = type === undefined ? items !== undefined : types.has("array");
  const isObject = type === undefined ? properties !== undefined : types.has("object");
  const held = [
    ...(isArray ? shapes([items, ...[schema["prefixItems"]].flat()]) : []),
    ...(isObject ? shapes([...Object.values(asObject(properties)), additionalProperties]) : []),
  ];
  const parts = [...shapes(schema["allOf"]), ...shapes(schema["anyOf"]), ...shapes(schema["oneOf"])];
  return {
    isArray: isArray || values.some(Array.isArray) || parts.some((part) => part.isArray),
    isObject: isObject || values.some(isJsonObject) || parts.some((part) => part.isObject),
    isNested: held.some(isCompound) || parts.some((part) => part.isNested),
  };
}
