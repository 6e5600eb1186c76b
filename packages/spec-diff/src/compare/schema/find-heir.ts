import { areAlike } from "../../read/are-alike.ts";
import type { SchemaNode } from "../../read/schema-node.ts";
import { viewSchemas } from "../../read/schema-view.ts";
import type { Sides } from "./sides.ts";

type Nodes = readonly SchemaNode[];

/** Words that say that a value is another form of what follows them: no new name of the same value has one. */
const FORMS = new Set(["encrypted", "encoded", "hashed", "masked", "plain", "raw", "sealed", "signed", "wrapped"]);

/**
 * The property that may be the new name of one that is gone: seen from both sides, one alone went with this shape and
 * one alone came. A bare type proves nothing, since a code and its ciphertext are both strings: either the shape says
 * more than a type, or the names speak of the same thing.
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

/** Whether the schema says more of its values than their type. */
function isTelling(nodes: Nodes): boolean {
  const { values, cumulative, properties, unions, parts } = viewSchemas(nodes);
  const inner = parts.get("items");
  return (
    Boolean(values) ||
    cumulative.size > 0 ||
    properties.size > 0 ||
    unions.length > 0 ||
    (inner ? isTelling(inner) : false)
  );
}

/** Whether both names end in the same word, which is what they name: `taxIdentifier` and `identifier`. */
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
