import {
  canonicalJson,
  contextAt,
  fieldOf,
  isJsonObject,
  type JsonObject,
  type Keys,
  keysOfRef,
  listRefs,
  valueAt,
} from "@grid-sdk/openapi";
import { copyDocument } from "./copy-document.ts";
import { findPlaces } from "./json-path.ts";
import { type Action, MADE } from "./overlay.ts";

/**
 * A document without what the overlay's updates add to it, so that nothing is in both; and the actions that the document
 * says completely by itself. Applied to the rest, the overlay gives the document again, except for examples: an example
 * of the overlay replaces the document's as a whole, and a made one is replaced by the document's.
 */
export function subtractOverlay(
  document: JsonObject,
  actions: readonly Action[],
): { document: JsonObject; said: readonly Action[] } {
  const rest = copyDocument(document);
  const components = { ...fieldOf(rest, "components") };
  const removed: Removed[] = [];
  const said = actions.filter(({ target, update, [MADE]: isMade }) => {
    if (!isJsonObject(update)) return false;
    const subtraction = { isReplaced: isMade !== true, removed };
    const isWhole = findPlaces(rest, target).map((keys) => {
      const value = valueAt(rest, keys);
      return isJsonObject(value) && subtract(value, keys, update, subtraction);
    });
    return isWhole.length > 0 && isWhole.every(Boolean);
  });
  restoreReferenced(rest, components, removed);
  return { document: rest, said };
}

/** A field that was removed, and the overlay's value for it. */
interface Removed {
  readonly owner: JsonObject;
  readonly field: string;
  readonly ours: unknown;
}

interface Subtraction {
  /** Whether examples of the update replace those of the document. */
  readonly isReplaced: boolean;
  readonly removed: Removed[];
}

/** Removes what is the same on both sides. True if nothing of the update was missing. */
function subtract(target: JsonObject, keys: Keys, update: JsonObject, subtraction: Subtraction): boolean {
  let isWhole = true;
  const remove = (field: string) => {
    delete target[field];
    subtraction.removed.push({ owner: target, field, ours: update[field] });
  };
  for (const [key, value] of Object.entries(update)) {
    const own = target[key];
    const isWholeValue = !isJsonObject(own) || !isJsonObject(value) || isExample(keys, key);
    if (!isWholeValue) {
      isWhole = subtract(own, [...keys, key], value, subtraction) && isWhole;
      if (Object.keys(own).length === 0) remove(key);
    } else if (key in target && canonicalJson(own) === canonicalJson(value)) remove(key);
    else {
      if (key in target && subtraction.isReplaced && isExample(keys, key)) remove(key);
      isWhole = false;
    }
  }
  return isWhole;
}

/** Whether a field of an object is one example, or a list of examples, that is replaced as a whole. */
function isExample(owner: Keys, field: string): boolean {
  const context = contextAt(owner);
  if (context.keys === "data") return false;
  if (context.of === "example") return context.keys === "names" || field === "value";
  return context.keys === "fields" && (field === "example" || (field === "examples" && context.isSchema));
}

/** Puts back the removed components that the rest refers to, with the overlay's values: the rest must be complete. */
function restoreReferenced(rest: JsonObject, components: JsonObject, removed: readonly Removed[]): void {
  for (const ref of listRefs(rest)) {
    const [root, kind = "", name = ""] = keysOfRef(ref) ?? [];
    const { ours } = removed.find(({ owner, field }) => owner === components[kind] && field === name) ?? {};
    if (root !== "components" || ours === undefined) continue;
    const restored = { ...fieldOf(fieldOf(rest, root), kind), [name]: ours };
    Object.assign(rest, { [root]: { ...fieldOf(rest, root), [kind]: restored } });
  }
}
