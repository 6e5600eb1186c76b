import { RegExpParser } from "@eslint-community/regexpp";
import { DFA, isDisjointWith, JS, NFA } from "refa";
import type { Shift } from "../../facts/parts.ts";

/** A larger automaton takes too long: the pattern stays unproven. */
const MOST_STATES = 5000;
const ANYTHING = String.raw`[\s\S]*`;

/** What happened to the strings that a pattern allows; `unproven` if it is not regular in the strict sense, or too large. */
export function comparePatterns(before: string, after: string): Shift {
  try {
    const [was, is] = [readLanguage(before), readLanguage(after)];
    const [keepsAll, addsNone] = [isWithin(was, is), isWithin(is, was)];
    if (keepsAll && addsNone) return "same";
    if (keepsAll) return "loosened";
    return addsNone ? "tightened" : "unproven";
  } catch {
    // Assertions, back references, invalid syntax, too many states: each library has its own errors for them.
    return "unproven";
  }
}

interface Language {
  readonly strings: NFA;
  readonly others: DFA;
}

function isWithin(inner: Language, outer: Language): boolean {
  return isDisjointWith(inner.strings, outer.others, MOST_STATES);
}

function readLanguage(pattern: string): Language {
  const parsed = JS.Parser.fromLiteral({ source: matchWhole(pattern), flags: "u" }).parse();
  const { maxCharacter } = parsed;
  const limit = new NFA.LimitedNodeFactory(MOST_STATES);
  const strings = NFA.fromRegex(parsed.expression, { maxCharacter }, { assertions: "throw" }, limit);
  const others = DFA.fromFA(strings, new DFA.LimitedNodeFactory(MOST_STATES));
  others.complement();
  return { strings, others };
}

/** The same language as an expression that matches whole strings, without `^` and `$`. */
function matchWhole(pattern: string): string {
  const { alternatives } = new RegExpParser().parsePattern(pattern, undefined, undefined, { unicode: true });
  return alternatives
    .map(({ elements }) => {
      const isStart = elements[0]?.type === "Assertion" && elements[0].kind === "start";
      const last = elements.length > (isStart ? 1 : 0) ? elements.at(-1) : undefined;
      const isEnd = last?.type === "Assertion" && last.kind === "end";
      const inside = elements.slice(isStart ? 1 : 0, isEnd ? -1 : undefined).map(({ raw }) => raw);
      return [isStart ? "" : ANYTHING, ...inside, isEnd ? "" : ANYTHING].join("");
    })
    .join("|");
}
