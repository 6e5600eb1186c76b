import { DocumentError, type Problem } from "./document-error.ts";
import { findBrokenRefs } from "./find-broken-refs.ts";
import { findMisplaced } from "./find-misplaced.ts";
import type { PlaceProblems } from "./is-openapi.ts";
import type { JsonObject } from "./json-object.ts";
import { keysOfRef, pointerTo } from "./json-pointer.ts";
import { findCircle } from "../schemas/find-circle.ts";
import { walk } from "../walk/walk.ts";

/** Throws a `DocumentError` with every part that cannot be read or, if there are none, with every wrong schema. */
export function checkDocument(document: JsonObject, place: PlaceProblems = (problems) => [...problems]): void {
  const broken = findBrokenParts(document);
  const problems = broken.length > 0 ? broken : findWrongSchemas(document);
  if (problems.length > 0) throw new DocumentError("The document cannot be used:", place(problems));
}

/** Why parts of a document cannot be read: they have another value in place of an object, or a reference to nothing. */
export function findBrokenParts(document: JsonObject): Problem[] {
  return [...findMisplaced(document), ...findBrokenRefs(document)];
}

/** In a document without broken parts, each schema that is made of itself, and each invalid pattern. */
export function findWrongSchemas(document: JsonObject): Problem[] {
  return [...findCircles(document), ...findWrongPatterns(document)];
}

/** Each schema that is made of itself, once, whatever refers to it. */
export function findCircles(document: JsonObject): Problem[] {
  const refs = new Set(
    [...walk(document)].flatMap(({ object: { $ref: ref } }) => (typeof ref === "string" ? ref : [])),
  );
  return [...refs].flatMap((ref) => {
    const way = findCircle(document, ref)?.join(" -> ");
    const message = `${ref} is made of itself (${way}), so no value can fit it: put a property or an item in between.`;
    return way === undefined ? [] : [{ pointer: pointerTo(keysOfRef(ref) ?? []), message }];
  });
}

function findWrongPatterns(document: JsonObject): Problem[] {
  return [...walk(document)].flatMap(({ object: { pattern }, keys }) => {
    if (typeof pattern !== "string" || isPattern(pattern)) return [];
    const message = `${JSON.stringify(pattern)} is not a valid regular expression (with the flag u).`;
    return [{ pointer: pointerTo([...keys, "pattern"]), message }];
  });
}

/** JSON Schema 2020-12, section 6.4: patterns are those of ECMA-262 with the flag `u`. */
function isPattern(pattern: string): boolean {
  try {
    return new RegExp(pattern, "u") instanceof RegExp;
  } catch {
    return false;
  }
}
