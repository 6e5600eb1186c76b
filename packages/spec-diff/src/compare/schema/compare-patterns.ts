import type { Shift } from "../../judge/shift.ts";

/** The words of `^(a|b)$` and `^a$`, written without anything that means more than itself. */
const WORDS = /^\^(?:\((?:\?:)?([^()[\]{}.*+?^$\\]+)\)|([^()[\]{}.*+?^$\\|]+))\$$/;
/** One class of characters and how often it may come: `^[a-z0-9_]{1,8}$`. */
const RUN = /^\^\[([A-Za-z0-9_\- ]+)\](?:(\+)|(\*)|\{(\d+)(,)?(\d+)?\})?\$$/;

interface Run {
  readonly characters: ReadonlySet<string>;
  readonly min: number;
  readonly max: number;
}

/**
 * What became of the strings that a pattern allows, as far as that can be proven: for lists of words, and for runs of
 * one class of characters.
 */
export function comparePatterns(before: string, after: string): Shift {
  if (isProvenWithin(before, after)) return "loosened";
  return isProvenWithin(after, before) ? "tightened" : "unproven";
}

/** Whether every string of the inner pattern is certainly one of the outer pattern. */
function isProvenWithin(inner: string, outer: string): boolean {
  const words = readWords(inner);
  if (words) {
    const expression = readExpression(outer);
    return expression !== undefined && words.every((word) => expression.test(word));
  }
  const [small, large] = [readRun(inner), readRun(outer)];
  if (!small || !large) return false;
  const fits = [...small.characters].every((character) => large.characters.has(character));
  return fits && large.min <= small.min && small.max <= large.max;
}

function readWords(pattern: string): string[] | undefined {
  const [, several, one] = WORDS.exec(pattern) ?? [];
  if (several !== undefined) return several.split("|");
  return one === undefined ? undefined : [one];
}

function readExpression(pattern: string): RegExp | undefined {
  try {
    return new RegExp(pattern, "u");
  } catch {
    return undefined;
  }
}

function readRun(pattern: string): Run | undefined {
  const match = RUN.exec(pattern);
  if (!match) return undefined;
  const [, source = "", plus, star, least, comma, most] = match;
  const characters = readClass(source);
  if (!characters) return undefined;
  if (plus || star) return { characters, min: plus ? 1 : 0, max: Infinity };
  if (least === undefined) return { characters, min: 1, max: 1 };
  const open = comma === undefined ? Number(least) : Infinity;
  return { characters, min: Number(least), max: most === undefined ? open : Number(most) };
}

function readClass(source: string): Set<string> | undefined {
  const characters = new Set<string>();
  for (let at = 0; at < source.length; at += 1) {
    const [first, dash, last] = source.slice(at, at + 3);
    if (first === undefined) return undefined;
    if (dash !== "-" || last === undefined) {
      characters.add(first);
      continue;
    }
    if (first === "-" || last === "-" || last < first) return undefined;
    for (let code = first.charCodeAt(0); code <= last.charCodeAt(0); code += 1)
      characters.add(String.fromCharCode(code));
    at += 2;
  }
  return characters;
}
