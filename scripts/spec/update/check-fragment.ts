import { FragmentError, type JsonObject, keysOfRef, listEndpoints, pointerTo } from "@grid-sdk/contract";
import { deriveFiles } from "../../generate/derive-files.ts";
import type { Source } from "../source/parse-source.ts";
import { SourceError, type Problem } from "../source/problem.ts";
import { checkExamples } from "./check-examples.ts";
import { lintFragment } from "./lint-fragment.ts";

type Found = Omit<Problem, "line">;

/**
 * The generated files of a fragment that may be published. Throws a `SourceError` with every problem of one that may
 * not, by its line in the document that it was taken from.
 */
export async function checkFragment(text: string, fragment: JsonObject, source: Source): Promise<Map<string, string>> {
  const found = [...findRepeatedIds(fragment), ...(await lintFragment(text)), ...checkExamples(fragment)];
  if (found.length > 0) throw new SourceError("The fragment is not sound.", locateProblems(found, source));
  try {
    return await deriveFiles(text);
  } catch (error) {
    if (!(error instanceof FragmentError)) throw error;
    throw new SourceError("The SDK cannot express the fragment.", [
      { pointer: "", line: undefined, message: error.message },
    ]);
  }
}

/** The problems with their lines in the source, in the order of these, each once. */
export function locateProblems(found: readonly Found[], source: Source): Problem[] {
  const problems = new Map<string, Problem>();
  for (const { pointer, message } of found) {
    const line = source.locate(keysOfRef(`#${pointer}`) ?? []);
    const key = JSON.stringify([pointer, message]);
    if (!problems.has(key)) problems.set(key, { pointer, line, message });
  }
  return [...problems.values()].toSorted((a, b) => (a.line ?? 0) - (b.line ?? 0));
}

function findRepeatedIds(fragment: JsonObject): Found[] {
  const endpoints = listEndpoints(fragment);
  return endpoints.flatMap(({ method, path, operation: { operationId } }): Found[] => {
    const first = endpoints.find(({ operation }) => operation["operationId"] === operationId);
    if (operationId === undefined || !first || (first.method === method && first.path === path)) return [];
    const message = `operationId ${String(operationId)} stands at ${first.method} ${first.path} as well.`;
    return [{ pointer: pointerTo(["paths", path, method.toLowerCase(), "operationId"]), message }];
  });
}
