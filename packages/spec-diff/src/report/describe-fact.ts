import { FACTS } from "../facts/facts.ts";
import type { Said, Sentences } from "../facts/sentences.ts";
import type { Change } from "../judge/change.ts";

/** The sentence for a change. */
export function describeFact({ fact, subject, place }: Change): Said {
  const sentence: Sentences[string] = FACTS[fact.kind];
  // Each sentence is for the fact of its kind, which TypeScript cannot follow through a union.
  return typeof sentence === "function" ? sentence(fact as never, subject, place) : sentence;
}

/** One change in a sentence: what changed, and what to do. */
export function describeChange(change: Change): string {
  return joinSentence(describeFact(change));
}

export function joinSentence([fact, advice]: Said): string {
  return advice === undefined ? `${fact}.` : `${fact}: ${advice}.`;
}
