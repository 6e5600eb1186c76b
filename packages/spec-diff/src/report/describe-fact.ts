import type { Change } from "../judge/change.ts";
import type { Facts } from "../judge/facts.ts";
import { OPERATIONS } from "./facts/operations.ts";
import { SCHEMAS } from "./facts/schemas.ts";
import type { Said, Sentences } from "./facts/sentences.ts";
import { UNIONS } from "./facts/unions.ts";

const SENTENCES: Sentences<Facts> = { ...OPERATIONS, ...SCHEMAS, ...UNIONS };

/** The sentence for a change. */
export function describeFact(change: Change): Said {
  const { fact, subject } = change;
  // Each sentence is for the fact of its kind, which TypeScript cannot follow through a union.
  const sentence = SENTENCES[fact.kind] as Sentences<{ fact: unknown }>["fact"];
  return typeof sentence === "function" ? sentence(fact, subject, change) : sentence;
}

/** One change in a sentence: what changed, and what to do. */
export function describeChange(change: Change): string {
  return joinSentence(describeFact(change));
}

export function joinSentence([fact, advice]: Said): string {
  return advice === undefined ? `${fact}.` : `${fact}: ${advice}.`;
}
