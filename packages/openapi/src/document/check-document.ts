import { FragmentError, type FragmentProblem } from "./fragment-error.ts";
import { isJsonObject, type JsonObject } from "./json-object.ts";
import { pointerTo } from "./json-pointer.ts";
import { walk } from "../walk/walk.ts";
import { resolveRef } from "./references.ts";

/** Throws a `FragmentError` for references that lead nowhere or in a circle, and for patterns that are none. */
export function checkDocument(document: JsonObject): void {
  const problems = findProblems(document);
  if (problems.length === 0) return;
  const list = problems.map(({ pointer, message }) => `  ${pointer}: ${message}`).join("\n");
  throw new FragmentError(`The document cannot be used:\n${list}`, problems);
}

function findProblems(document: JsonObject): FragmentProblem[] {
  return [...walk(document)].flatMap(({ object, keys }) => {
    const messages = [findReferenceProblem(document, object), findPatternProblem(object["pattern"])];
    return messages.flatMap((message) => (message === undefined ? [] : [{ pointer: pointerTo(keys), message }]));
  });
}

function findReferenceProblem(document: JsonObject, value: JsonObject): string | undefined {
  if (typeof value["$ref"] !== "string") return undefined;
  try {
    return findCircle(document, value, []) ? `${value["$ref"]} is made of itself.` : undefined;
  } catch (error) {
    if (error instanceof FragmentError) return error.message;
    throw error;
  }
}

/** Whether a schema leads back to itself without a property or an item between: no value can ever be held against it. */
function findCircle(document: JsonObject, value: unknown, above: readonly unknown[]): boolean {
  if (!isJsonObject(value)) return false;
  const schema = resolveRef(document, value);
  if (above.includes(schema)) return true;
  const parts = ["allOf", "anyOf", "oneOf"].flatMap((keyword) => [schema[keyword] ?? []].flat());
  return parts.some((part) => findCircle(document, part, [...above, schema]));
}

/** JSON Schema 2020-12, section 6.4: patterns are those of ECMA-262 with the flag `u`. */
function findPatternProblem(pattern: unknown): string | undefined {
  if (typeof pattern !== "string") return undefined;
  try {
    return void new RegExp(pattern, "u");
  } catch {
    return `the pattern ${JSON.stringify(pattern)} is no regular expression (with the flag u).`;
  }
}
