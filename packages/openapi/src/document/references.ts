import { FragmentError } from "./fragment-error.ts";
import { isJsonObject, type JsonObject } from "./json-object.ts";
import { keysOfRef, valueAt } from "./json-pointer.ts";

/** What a reference leads to, one step far. Throws a `FragmentError` for one that leads out of the document, or to nothing. */
export function followRef(document: JsonObject, ref: string): unknown {
  const keys = keysOfRef(ref);
  if (!keys) throw new FragmentError(`${ref} does not point into the fragment.`);
  const target = valueAt(document, keys);
  if (target === undefined) throw new FragmentError(`${ref} does not exist in the fragment.`);
  return target;
}

/** Follows `$ref`s within the document until it stands on something that is none. */
export function resolveRef(document: JsonObject, value: unknown): JsonObject {
  const seen = new Set<string>();
  let target = value;
  while (isJsonObject(target) && typeof target["$ref"] === "string") {
    const ref = target["$ref"];
    if (seen.has(ref)) throw new FragmentError(`${ref} refers to itself.`);
    seen.add(ref);
    target = followRef(document, ref);
  }
  if (!isJsonObject(target)) {
    const ref = [...seen].at(-1);
    throw new FragmentError(ref ? `${ref} does not exist in the fragment.` : "Expected an object.");
  }
  return target;
}

/** The object once its `$ref` is followed; an empty object for nothing. */
export function resolveOptional(document: JsonObject, value: unknown): JsonObject {
  return value === undefined ? {} : resolveRef(document, value);
}

/** A discriminator's target as a reference: it may be the bare name of a schema. */
export function refOfTarget(target: string): string {
  return /^[\w.-]+$/.test(target) ? `#/components/schemas/${target}` : target;
}
