import { areAlike } from "../../read/are-alike.ts";
import { hasRole } from "../../read/keywords.ts";
import type { Nodes } from "../../read/schema-node.ts";
import { viewSchemas } from "../../read/schema-view.ts";
import type { Sides } from "./sides.ts";

/** Words for another form of the same thing: a name with one of them is not a new name of the same value. */
const FORMS = new Set(["encrypted", "encoded", "hashed", "masked", "plain", "raw", "sealed", "signed", "wrapped"]);

/**
 * Guesses the new name of a property that is gone: exactly one property of this shape is gone, and exactly one is new. A
 * type proves nothing, since a code and its ciphertext are both strings: the shape must say more than a type, or
 * both names must end in the same word.
 */
export function findHeir({ before, after }: Sides, name: string, nodes: Nodes): string | undefined {
  const gone = [...before.properties].flatMap(([other, was]) =>
    !after.properties.has(other) && areAlike(was, nodes) ? [other] : [],
  );
  const come = [...after.properties].flatMap(([other, is]) =>
    !before.properties.has(other) && areAlike(nodes, is) ? [other] : [],
  );
  if (isTelling(nodes) && gone.length === 1 && come.length === 1) return come[0];
  const [heir, ...others] = come.filter((other) => areNamedAlike(name, other));
  if (heir === undefined || others.length > 0) return undefined;
  return gone.filter((other) => areNamedAlike(other, heir)).length === 1 ? heir : undefined;
}

/** Whether the schema says more about its values than their type. */
function isTelling(nodes: Nodes): boolean {
  const { values, said, properties, unions, inner } = viewSchemas(nodes);
  const items = inner.get("items");
  return (
    Boolean(values) ||
    [...said.keys()].some((keyword) => hasRole(keyword, "cumulative")) ||
    properties.size > 0 ||
    unions.length > 0 ||
    (items !== undefined && isTelling(items))
  );
}

/** Whether both names end in the same word: `taxIdentifier` and `identifier`. */
function areNamedAlike(one: string, other: string): boolean {
  const [words, others] = [listWords(one), listWords(other)];
  return words.at(-1) === others.at(-1) && listForms(words) === listForms(others);
}

function listForms(words: readonly string[]): string {
  return words.filter((word) => FORMS.has(word)).join();
}

function listWords(name: string): string[] {
  return name.split(/(?<=[a-z0-9])(?=[A-Z])|[_-]/).map((word) => word.toLowerCase());
}
