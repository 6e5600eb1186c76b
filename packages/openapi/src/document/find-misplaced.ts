import type { Problem } from "./document-error.ts";
import { isJsonObject, type JsonObject } from "./json-object.ts";
import { type Keys, pointerTo } from "./json-pointer.ts";
import { holdsObjects } from "../walk/fields.ts";
import { contextAt, walk } from "../walk/walk.ts";

/**
 * Every value that is not of the type that a reader needs there: an object by name or in a list (paths, responses,
 * parameters, …), the text of a `$ref`, the name and the place of a parameter.
 */
export function findMisplaced(document: JsonObject): Problem[] {
  return [...walk(document)].flatMap(({ object, keys, isSchema }) => {
    const inFields = isSchema
      ? []
      : Object.entries(object).flatMap(([field, value]) => ofField([...keys, field], value));
    return findOtherThanText(object, keys, ["$ref"]).concat(inFields);
  });
}

function ofField(keys: Keys, value: unknown): Problem[] {
  const field = String(keys.at(-1));
  if (!holdsObjects(field) || typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, item]) => {
    const at = [...keys, Array.isArray(value) ? Number(name) : name];
    // The `parameters` of a link are values.
    if (name.startsWith("x-") || contextAt(at).keys === "data") return [];
    if (!isJsonObject(item)) {
      return [{ pointer: pointerTo(at), message: `${field} must hold only objects; found ${JSON.stringify(item)}.` }];
    }
    if (field !== "parameters" || "$ref" in item) return [];
    return findOtherThanText({ name: undefined, in: undefined, ...item }, at, ["name", "in"]);
  });
}

/** Those of the fields that an object has and that are not text. */
function findOtherThanText(object: JsonObject, keys: Keys, fields: readonly string[]): Problem[] {
  return fields
    .filter((field) => field in object && typeof object[field] !== "string")
    .map((field) => {
      const found = object[field] === undefined ? "nothing" : JSON.stringify(object[field]);
      return { pointer: pointerTo([...keys, field]), message: `${field} must be text; found ${found}.` };
    });
}
