/** The fields of documentation that hold prose. */
export const PROSE: ReadonlySet<string> = new Set(["description", "summary", "title"]);

/** Not after an abbreviation or the number of an item, and not before a word in lower case. */
const SENTENCE_END = /(?<=[.!?:][)”"]?)(?<!\b(?:e\.g|i\.e|etc|vs|approx)\.)(?<!^\d+\.) (?=[^a-z])/;

/** The sentences of a text of the specification; an item of a list and a row of a table are one each. */
export function listSentences(text: string): string[] {
  const blocks = text.split(/\n\s*\n|\n(?=\s*(?:\||(?:[-*]|\d+\.)\s))/);
  return blocks.flatMap((block) => {
    const flat = block.replaceAll(/\s+/g, " ").trim();
    return flat === "" ? [] : flat.split(SENTENCE_END);
  });
}

/** Words that require something, or say that something has no effect, the strictest first. */
const ASKING: readonly RegExp[] = [
  /\b(?:must|mandatory|requires?|required|at least one|at most one)\b|(?:^|[.;:—] |“)do not\b/i,
  /\b(?:ignored?|ignores|deprecated|recommended|omits?|omitted|obsolete)\b/i,
  /\bonly\b/i,
];
const INSTRUCTING = /\b(?:call|echo|echoed|pass|retry|retries|send|sign|signs|stamp|submit|submits|supplied|supply)\b/i;

/** How strictly a sentence requires something, 0 for the strictest; `undefined` if it requires nothing. */
export function rankSentence(sentence: string): number | undefined {
  // A row of a table says what a value means, and requires nothing.
  const rank = sentence.startsWith("|") ? -1 : ASKING.findIndex((words) => words.test(sentence));
  return rank < 0 ? undefined : rank;
}

/** Whether a sentence says what to do. */
export function instructs(sentence: string): boolean {
  return INSTRUCTING.test(sentence);
}

/** Whether a sentence contains a name, in any case. */
export function mentions(sentence: string, name: string): boolean {
  const escaped = name.replaceAll(/[^\w\s]/g, String.raw`\$&`);
  return new RegExp(String.raw`(?<![\w-])${escaped}(?![\w-])`, "i").test(sentence);
}
