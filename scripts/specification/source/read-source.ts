import { pointerTo } from "@grid-sdk/contract";
import { findBrokenRefs } from "./find-broken-refs.ts";
import { parseSource, type Source } from "./parse-source.ts";
import { SourceError } from "./problem.ts";
import { readText } from "./read-text.ts";

/** Reads an OpenAPI 3.1 document in which every reference leads somewhere. Throws a `SourceError` for any other. */
export async function readSource(name: string): Promise<Source> {
  const source = parseSource(await readText(name), name);
  const broken = findBrokenRefs(source.document);
  if (broken.length === 0) return source;
  const problems = broken.map(({ keys, message }) => ({
    pointer: pointerTo(keys),
    line: source.locate(keys),
    message,
  }));
  throw new SourceError(`${name} has references that lead nowhere.`, problems);
}
