import { DocumentError } from "./document-error.ts";
import { isJsonObject, type JsonObject } from "./json-object.ts";
import { type Keys, keysOfRef, pointerTo, valueAt } from "./json-pointer.ts";

/** What a reference leads to, one step far. Throws a `DocumentError` if it leads out of the document or to nothing. */
export function followRef(document: JsonObject, ref: string): unknown {
  const keys = keysOfRef(ref);
  if (!keys)
    throw new DocumentError(
      `${ref} leads out of the document: only references within it (#/…) are read. Bundle its files into one.`,
    );
  const target = valueAt(document, keys);
  if (target === undefined) throw new DocumentError(`${ref} does not exist.`);
  return target;
}

/**
 * Follows `$ref`s within the document to an object without one. Throws a `DocumentError` if there is no such object.
 *
 * @param keys where the value is, for the error
 */
export function resolveRef(document: JsonObject, value: unknown, keys?: Keys): JsonObject {
  const seen = new Set<string>();
  let target = value;
  while (isJsonObject(target) && typeof target["$ref"] === "string") {
    const ref = target["$ref"];
    if (seen.has(ref)) throw new DocumentError(`${ref} refers to itself.`);
    seen.add(ref);
    target = followRef(document, ref);
  }
  if (isJsonObject(target)) return target;
  const found = Array.isArray(target) ? "a list" : JSON.stringify(target);
  const message = `${[...seen].at(-1) ?? "the value"} must be an object; found ${found}.`;
  throw new DocumentError(message, keys && [{ pointer: pointerTo(keys), message }]);
}

/** The object after its `$ref` is followed; an empty object for `undefined`. */
export function resolveOptional(document: JsonObject, value: unknown, keys?: Keys): JsonObject {
  return value === undefined ? {} : resolveRef(document, value, keys);
}

/** A discriminator's target as a reference: it may be the bare name of a schema. */
export function refOfTarget(target: string): string {
  return /^[\w.-]+$/.test(target) ? `#/components/schemas/${target}` : target;
}
