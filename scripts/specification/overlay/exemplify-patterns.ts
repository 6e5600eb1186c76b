import { isData, type JsonObject, mapSchemas } from "@grid-sdk/openapi";
import { JS, NFA, Words } from "refa";

/** Limits of the search: the size of an automaton, and the number of strings that are tried. */
const MOST_STATES = 5_000;
const MOST_STRINGS = 1_000;

/** The document with an example for every string that has a pattern, and neither an example, a default nor fixed values. */
export function exemplifyPatterns(document: JsonObject): JsonObject {
  return mapSchemas(document, (schema) => {
    const { pattern } = schema;
    if (typeof pattern !== "string" || Object.keys(schema).some(isData)) return schema;
    const example = findMatch(pattern, schema);
    return example === undefined ? schema : { ...schema, example };
  });
}

/** A short string that matches a pattern (JSON Schema 2020-12, validation, 6.3.3) within the limits of its length. */
export function findMatch(pattern: string, limits: JsonObject = {}): string | undefined {
  const { minLength = 0, maxLength = Infinity } = limits as { minLength?: number; maxLength?: number };
  try {
    const expected = new RegExp(pattern, "u");
    let tried = 0;
    for (const word of listWords(pattern)) {
      if (word.length > maxLength || ++tried > MOST_STRINGS) return undefined;
      // A pattern without an anchor allows any text before and after.
      const long = [word.padEnd(minLength, "A"), word.padStart(minLength, "A")].find((text) => expected.test(text));
      if (long !== undefined) return long;
    }
  } catch {
    // Back references, invalid syntax, too many states: each library has its own errors for them.
  }
  return undefined;
}

/** The strings that an expression accepts if its assertions are ignored, the shortest first. */
function* listWords(pattern: string): Generator<string> {
  const { expression, maxCharacter } = JS.Parser.fromLiteral({ source: pattern, flags: "u" }).parse();
  const limit = new NFA.LimitedNodeFactory(MOST_STATES);
  const language = NFA.fromRegex(expression, { maxCharacter }, { assertions: "ignore" }, limit);
  for (const set of language.wordSets()) yield Words.fromUnicodeToString(Words.pickMostReadableWord(set) ?? []);
}
