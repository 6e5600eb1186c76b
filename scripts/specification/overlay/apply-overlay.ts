import { isJsonObject, type JsonObject, valueAt } from "@grid-sdk/openapi";
import { query } from "jsonpathly";
import { copyDocument } from "./copy-document.ts";
import { findPlaces } from "./json-path.ts";
import type { Action } from "./overlay.ts";

export interface Overlaid {
  readonly document: JsonObject;
  /** Actions whose target does not exist in the document. */
  readonly unused: readonly Action[];
}

/** Applies the actions of an OpenAPI Overlay, in their order, to a copy of a document. */
export function applyOverlay(document: JsonObject, actions: readonly Action[]): Overlaid {
  const overlaid = copyDocument(document);
  const unused = actions.filter((action) => !apply(overlaid, action));
  return { document: overlaid, unused };
}

/** Changes the document. False if the target does not exist in it. */
function apply(document: JsonObject, { target, remove, update, copy }: Action): boolean {
  const places = findPlaces(document, target);
  const values = update === undefined && copy !== undefined ? query(document, copy, { returnArray: true }) : [update];
  // The last one first: where an item of a list is removed, those after it move.
  for (const keys of places.toReversed()) {
    const parent = valueAt(document, keys.slice(0, -1)) as object;
    const key = keys.at(-1);
    // Overlay Specification, 4.4.3: `update` has no effect beside `remove: true`.
    if (remove === true) {
      if (Array.isArray(parent)) parent.splice(Number(key), 1);
      else Reflect.deleteProperty(parent, String(key));
      continue;
    }
    for (const value of values as unknown[]) {
      const merged = merge(valueAt(document, keys), copyDocument(value));
      Object.assign(parent, key === undefined ? merged : { [key]: merged });
    }
  }
  return places.length > 0;
}

/** Overlay Specification, 4.4.3: objects are merged, lists get more items, anything else is replaced. */
function merge(target: unknown, update: unknown): unknown {
  if (Array.isArray(target)) return [...(target as unknown[]), ...[update].flat()];
  if (!isJsonObject(target) || !isJsonObject(update)) return update;
  const merged = Object.entries(update).map(([key, value]) => [key, merge(valueAt(target, [key]), value)] as const);
  return { ...target, ...Object.fromEntries(merged) };
}
