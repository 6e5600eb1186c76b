import type { Change } from "../judge/change.ts";
import { describeDifference } from "./describe-difference.ts";

/** One change in a sentence: what is the case, and what to do. */
export function describeChange({ fact, advice, texts }: Change): string {
  return texts ? `The ${texts.field} ${describeTexts(texts)}.` : joinSentence(fact, advice);
}

export function joinSentence(fact: string, advice: string | undefined): string {
  return advice === undefined ? `${fact}.` : `${fact}: ${advice}.`;
}

const PROSE = new Set(["description", "summary", "title"]);

function describeTexts({ field, before, after, isKnown }: NonNullable<Change["texts"]>): string {
  const isProse = [before, after].every((text) => text === undefined || typeof text === "string");
  if (!isProse || !PROSE.has(field)) return "changed";
  return describeDifference(isKnown ? String(before ?? "") : undefined, String(after ?? ""));
}
