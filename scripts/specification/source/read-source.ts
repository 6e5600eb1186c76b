import { pointerTo } from "@grid-sdk/openapi";
import { findBrokenRefs } from "./find-broken-refs.ts";
import { parseSource, type Source } from "./parse-source.ts";
import { SourceError } from "./problem.ts";
import { readText } from "./read-text.ts";

/** Reads an OpenAPI 3.1 document; its references may lead nowhere. Throws a `SourceError` for anything else. */
export async function readSource(name: string): Promise<Source> {
  return parseSource(await readText(name), name);
}

/** Throws a `SourceError` where a reference of a document leads nowhere. */
export function refuseBrokenRefs(source: Source, name: string): void {
  const broken = findBrokenRefs(source.document);
  if (broken.length === 0) return;
  const problems = broken.map(({ keys, message }) => ({
    pointer: pointerTo(keys),
    line: source.locate(keys),
    message,
  }));
  throw new SourceError(`${name} has references that lead nowhere.`, problems);
}
