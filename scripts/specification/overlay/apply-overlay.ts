import { isJsonObject, type JsonObject, type Keys, valueAt } from "@grid-sdk/openapi";
import { query } from "jsonpathly";
import { copyDocument } from "./copy-document.ts";
import { findPlaces } from "./json-path.ts";
import type { Action } from "./overlay.ts";

export interface Overlaid {
  readonly document: JsonObject;
  /** Actions whose target does not exist in the document, or that have not one value to copy that fits it. */
  readonly unused: readonly Action[];
}

/** Applies the actions of an OpenAPI Overlay, in their order, to a copy of a document. */
export function applyOverlay(document: JsonObject, actions: readonly Action[]): Overlaid {
  const overlaid = copyDocument(document);
  const unused = actions.filter((action) => !apply(overlaid, action));
  return { document: overlaid, unused };
}

/** Changes the document. False if the target does not exist in it, or if there is not one value to copy that fits it. */
function apply(document: JsonObject, { target, remove, update, copy }: Action): boolean {
  const places = findPlaces(document, target).toSorted(compareFromTheEnd);
  const isCopy = remove !== true && update === undefined && copy !== undefined;
  const [value, ...others] = isCopy ? (query(document, copy, { returnArray: true }) as unknown[]) : [update];
  if (isCopy && (others.length > 0 || !places.every((keys) => areOfOneKind(valueAt(document, keys), value))))
    return false;
  // Copied once for all: the target may contain what is copied.
  const given = value === undefined ? undefined : JSON.stringify(value);
  for (const [at, keys] of places.entries()) {
    if (at > 0 && compareFromTheEnd(keys, places[at - 1] ?? []) === 0) continue;
    const parent = valueAt(document, keys.slice(0, -1)) as object;
    const key = keys.at(-1);
    // Overlay Specification, 4.4.3: `update` has no effect beside `remove: true`.
    if (remove === true) {
      if (Array.isArray(parent)) parent.splice(Number(key), 1);
      else Reflect.deleteProperty(parent, String(key));
      continue;
    }
    const merged = merge(valueAt(document, keys), JSON.parse(String(given)));
    Object.assign(parent, key === undefined ? merged : { [key]: merged });
  }
  return places.length > 0;
}

/** The last one first: where an item of a list is removed, those after it move. What is inside comes before its parent. */
function compareFromTheEnd(a: Keys, b: Keys): number {
  const at = a.findIndex((key, index) => key !== b[index]);
  const [one, other] = [a[at], b[at]];
  if (one === undefined || other === undefined) return b.length - a.length;
  return typeof one === "number" && typeof other === "number" ? other - one : String(other) < String(one) ? -1 : 1;
}

function areOfOneKind(one: unknown, other: unknown): boolean {
  return (
    other !== undefined && Array.isArray(one) === Array.isArray(other) && isJsonObject(one) === isJsonObject(other)
  );
}

/** Overlay Specification, 4.4.3: objects are merged, lists get more items, anything else is replaced. */
function merge(target: unknown, update: unknown): unknown {
  if (Array.isArray(target)) return [...(target as unknown[]), ...[update].flat()];
  if (!isJsonObject(target) || !isJsonObject(update)) return update;
  const merged = Object.entries(update).map(([key, value]) => [key, merge(valueAt(target, [key]), value)] as const);
  return { ...target, ...Object.fromEntries(merged) };
}
