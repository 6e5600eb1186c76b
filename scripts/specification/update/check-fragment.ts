import { FragmentError, type JsonObject, keysOfRef, listEndpoints, pointerTo } from "@grid-sdk/openapi";
import { deriveLine } from "../../generate/derive-files.ts";
import type { Source } from "../source/parse-source.ts";
import type { Line } from "../../workspace/lines.ts";
import { SourceError, type Problem } from "../source/problem.ts";
import type { BuiltFragment } from "./build-fragment.ts";
import { checkExamples } from "./check-examples.ts";
import { lintFragment } from "./lint-fragment.ts";
import { SELECTION_PATH } from "./selection.ts";

type Found = Omit<Problem, "line">;

const wayOut = (overlay: string) =>
  `Where upstream will not mend it: \`exclude\` in ${SELECTION_PATH} leaves out an operation, an action of ${overlay} anything else.`;

export interface CheckedFragment {
  readonly generated: Map<string, string>;
  /** What our own style would have otherwise. */
  readonly advice: readonly Problem[];
}

/**
 * The generated files of a fragment that may be published. Throws a `SourceError` with every problem of one that may
 * not, by its line in the document that it was taken from: what has to be sound for the SDK to be right. Style is
 * advice, since the API's owners write as they like.
 */
export async function checkFragment(
  text: string,
  line: Line,
  { fragment, compile }: Pick<BuiltFragment, "fragment" | "compile">,
  source: Source,
): Promise<CheckedFragment> {
  // A process of its own, which works while this one goes on.
  const linting = lintFragment(text);
  const examples = checkExamples(fragment, compile);
  const derived = await attemptToDerive(fragment, line);
  const lint = await linting;
  const found = [
    ...findRepeatedIds(fragment),
    ...[...lint, ...examples].filter(({ severity }) => severity === "error"),
    ...(derived instanceof FragmentError ? describeError(derived) : []),
  ];
  if (derived instanceof FragmentError || found.length > 0)
    throw new SourceError(`The fragment is not sound. ${wayOut(line.overlay)}`, locateProblems(found, source));
  const advice = [...lint, ...examples].filter(({ severity }) => severity !== "error");
  return { generated: derived, advice: locateProblems(advice, source) };
}

async function attemptToDerive(fragment: JsonObject, line: Line): Promise<Map<string, string> | FragmentError> {
  try {
    return await deriveLine(fragment, line);
  } catch (error) {
    if (error instanceof FragmentError) return error;
    throw error;
  }
}

function describeError({ problems, message }: FragmentError): readonly Found[] {
  return problems.length > 0 ? problems : [{ pointer: "", message }];
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
