import { readFileSync } from "node:fs";
import { parse } from "yaml";
import { findProse } from "./find-prose.ts";

interface Word {
  readonly not: RegExp;
  readonly say: string;
}

export interface Finding {
  readonly line: number;
  readonly found: string;
  readonly say: string;
}

const WORDS = readWords();

function readWords(): Word[] {
  const rows: { not: string; say: string }[] = parse(readFileSync(new URL("words.yaml", import.meta.url), "utf8"));
  return rows.map(({ not, say }) => ({ not: new RegExp(not.replaceAll(" ", String.raw`[\s*]+`), "gi"), say }));
}

/** The words of a file that `words.yaml` has a better one for, by line. */
export function findWords(path: string, text: string): Finding[] {
  // Parsing takes most of the time, and most files have nothing to find.
  const suspects = WORDS.filter(({ not }) => text.search(not) !== -1);
  if (suspects.length === 0) return [];
  const lineAt = (offset: number) => text.slice(0, offset).split("\n").length;
  return findProse(path, text)
    .flatMap((prose) =>
      suspects.flatMap(({ not, say }) =>
        [...prose.text.matchAll(not)].map((match) => ({ offset: prose.offset + match.index, found: match[0], say })),
      ),
    )
    .toSorted((one, other) => one.offset - other.offset)
    .map(({ offset, found, say }) => ({ line: lineAt(offset), found: found.replace(/[\s*]+/g, " "), say }));
}
