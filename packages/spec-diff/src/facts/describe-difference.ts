import { instructs, listSentences, PROSE, rankSentence } from "../read/sentences.ts";

/** A text of the documentation that changed. */
export interface TextChange {
  /** For example `description`. */
  readonly field: string;
  readonly before: unknown;
  readonly after: unknown;
  /** The operation, the schema or the part of the document that it documents. */
  readonly owner: string;
  /** Whether it is about a value that requests or responses carry. */
  readonly isContract: boolean;
  /** Whether `before` is the API owners' text: otherwise it is not known. */
  readonly isKnown: boolean;
}

const MOST = 180;
/** Where nothing shows what is new in it. */
const MOST_UNKNOWN = 400;
const NEAR = 3;

/**
 * The old and new text without the sentences that stayed: `said “a” and now says “b”`. The old text may be
 * unknown.
 */
export function describeDifference(before: string | undefined, after: string): string {
  if (before === undefined) {
    const sentences = listSentences(after);
    const prose = sentences.filter((sentence) => !sentence.startsWith("|"));
    if (sentences.length > 0 && prose.length === 0) return "was replaced by a table";
    const asking = prose.filter((sentence) => rankSentence(sentence) !== undefined || instructs(sentence));
    return after === ""
      ? "is gone"
      : `was replaced: “${clip((asking.length > 0 ? asking : prose).join(" "), MOST_UNKNOWN)}”`;
  }
  const [lost, gained] = diffSentences(before, after).map((sentences) => sentences.join(" ")) as [string, string];
  if (lost === "" && gained === "") return "says the same in another order or form";
  if (lost === "") return `now also says “${clip(gained)}”`;
  if (gained === "") return `no longer says “${clip(lost)}”`;
  const [old, now] = trimCommon(lost.split(" "), gained.split(" "));
  return `said “${clip(old)}” and now says “${clip(now)}”`;
}

/** The sentences that only the old text has, and those that only the new one has. */
export function diffSentences(before: string, after: string): [lost: string[], gained: string[]] {
  const [was, is] = [listSentences(before), listSentences(after)];
  return [was.filter((sentence) => !is.includes(sentence)), is.filter((sentence) => !was.includes(sentence))];
}

/** What happened to a text or another field of documentation, for example `said “a” and now says “b”`. */
export function describeTexts({ field, before, after, isKnown }: TextChange): string {
  const isProse = [before, after].every((text) => text === undefined || typeof text === "string");
  if (!isProse || !PROSE.has(field)) return "changed";
  return describeDifference(isKnown ? String(before ?? "") : undefined, String(after ?? ""));
}

/** Both without the words that they begin and end with together, but for a few that show the place. */
function trimCommon(before: readonly string[], after: readonly string[]): [string, string] {
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before[start] === after[start]) start += 1;
  let end = 0;
  while (end < most - start && before.at(-1 - end) === after.at(-1 - end)) end += 1;
  const [from, to] = [Math.max(0, start - NEAR), Math.max(0, end - NEAR)];
  const cut = (words: readonly string[]) =>
    `${from > 0 ? "… " : ""}${words.slice(from, words.length - to).join(" ")}${to > 0 ? " …" : ""}`;
  return [cut(before), cut(after)];
}

/** The beginning of a text that is too long for a line. */
export function clip(text: string, most = MOST): string {
  return text.length <= most ? text : `${text.slice(0, most - 2).trimEnd()} …`;
}
