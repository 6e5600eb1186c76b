import { DocumentError, type Problem } from "./document-error.ts";
import { findBrokenRefs } from "./find-broken-refs.ts";
import type { PlaceProblems } from "./is-openapi.ts";
import type { JsonObject } from "./json-object.ts";
import { pointerTo } from "./json-pointer.ts";
import { findCircle } from "../schemas/find-circle.ts";
import { walk } from "../walk/walk.ts";

/** Throws a `DocumentError` with every reference that leads nowhere or in a circle, and every invalid pattern. */
export function checkDocument(document: JsonObject, place: PlaceProblems = (problems) => [...problems]): void {
  const broken = findBrokenRefs(document);
  const problems = broken.length > 0 ? broken : findWrongSchemas(document);
  if (problems.length > 0) throw new DocumentError("The document cannot be used:", place(problems));
}

function findWrongSchemas(document: JsonObject): Problem[] {
  return [...walk(document)].flatMap(({ object, keys }) => {
    const { $ref: ref, pattern } = object;
    const problems: Problem[] = [];
    const report = (key: string, message: string) => problems.push({ pointer: pointerTo([...keys, key]), message });
    if (typeof ref === "string" && findCircle(document, ref)) report("$ref", `${ref} is made of itself.`);
    if (typeof pattern === "string" && !isPattern(pattern)) {
      report("pattern", `${JSON.stringify(pattern)} is not a valid regular expression (with the flag u).`);
    }
    return problems;
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
