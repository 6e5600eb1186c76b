import { type JsonObject, keysOfPointer, keysOfRef, pointerTo } from "@grid-sdk/openapi";
import { findMovedOperations } from "./find-moved-operations.ts";
import { findRenamedComponents } from "./find-renamed-components.ts";

/** The place in our document for a place of the new one, by the name or path that it had. */
export type FormerPlace = (place: string) => string;

/** Finds what was renamed or moved since our document. An unchanged or new place leads to itself. */
export function findFormerPlaces(ours: JsonObject, next: JsonObject): FormerPlace {
  const moved = findMovedOperations(ours, next);
  const toFormer = (place: string, renamed: ReadonlyMap<string, string>): string => {
    // An item of a list may be recorded by its reference.
    const keys = keysOfPointer(place).map((key) => renamed.get(key) ?? key);
    const [root, kind, name, ...rest] = keys;
    const component = root === "components" ? renamed.get(`#/components/${kind}/${name}`) : undefined;
    return pointerTo(component === undefined ? moved(keys) : [...(keysOfRef(component) ?? []), ...rest]);
  };
  const renamed = findRenamedComponents(ours, next, toFormer);
  return (place) => toFormer(place, renamed);
}
