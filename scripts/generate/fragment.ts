import {
  FragmentError,
  type FragmentProblem,
  isJsonObject,
  isOpenApi,
  type JsonObject,
  keysOfRef,
  pointerTo,
  valueAt,
} from "@grid-sdk/openapi";
import { type ParsedDocument, parseDocument } from "@grid-sdk/openapi/parse";

// What generation takes as it is.
export { FragmentError, type FragmentProblem, isJsonObject, resolveRef, type JsonObject } from "@grid-sdk/openapi";

export interface Fragment {
  /** The parsed OpenAPI document. */
  readonly document: JsonObject;
  /** The line, from 1, of the value that a JSON pointer leads to, or of the nearest one around it. */
  locate(pointer: string): number;
}

/** Throws a `FragmentError` with all the problems, by line where lines are known; nothing if there are none. */
export function refuseProblems(problems: readonly FragmentProblem[], locate?: Fragment["locate"]): void {
  if (problems.length === 0) return;
  const located = problems.map((problem) => ({ ...problem, line: locate?.(problem.pointer) ?? 0 }));
  const lines = located
    .toSorted((a, b) => a.line - b.line)
    .map(({ pointer, line, message }) => `${line > 0 ? `line ${line}, ` : ""}${pointer}: ${message}`);
  const intro = lines.length === 1 ? "" : `The SDK cannot express this fragment, for ${lines.length} reasons:\n`;
  throw new FragmentError(intro + lines.join("\n"), problems);
}

/** The value if it is an object; an empty one for anything else. */
export function asObject(value: unknown): JsonObject {
  return isJsonObject(value) ? value : {};
}

/** Parses the fragment's text. Throws a `FragmentError` with the line of each problem. */
export function parseFragment(text: string): Fragment {
  const { document, locate } = parse(text);
  if (!isOpenApi(document)) {
    const found = isJsonObject(document) ? `openapi: ${String(document["openapi"])}` : typeof document;
    throw new FragmentError(`The fragment must be an OpenAPI 3.1 document; found ${found}.`);
  }
  return { document, locate: (pointer) => locate(keysOfRef(`#${pointer}`) ?? []) };
}

function parse(text: string): ParsedDocument {
  try {
    return parseDocument(text, "The fragment");
  } catch (error) {
    if (!(error instanceof FragmentError)) throw error;
    const problems = error.problems.map(
      ({ line, message }) => `${line === undefined ? "" : `line ${line}, `}${message}`,
    );
    throw new FragmentError([error.message, ...problems].join("\n"));
  }
}

/** The JSON pointer to the value that the keys lead to. */
export function pointerOf(...keys: readonly (string | number)[]): string {
  return pointerTo(keys);
}

/** The value that a reference leads to; undefined if there is none. */
export function lookUp(document: JsonObject, ref: string): unknown {
  const keys = keysOfRef(ref);
  if (!keys) throw new FragmentError(`${ref} does not point into the fragment.`);
  return valueAt(document, keys);
}
