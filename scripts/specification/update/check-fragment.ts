import { DocumentError, type JsonObject, type Problem } from "@grid-sdk/openapi";
import { deriveLine } from "../../generate/derive-files.ts";
import type { Source } from "@grid-sdk/openapi/parse";
import type { Line } from "../../workspace/lines.ts";
import type { BuiltFragment } from "./build-fragment.ts";
import { checkExamples } from "./check-examples.ts";
import { lintFragment } from "./lint-fragment.ts";
import { SELECTION_PATH } from "./selection.ts";

/** What to do about a fragment that cannot be used. */
export const describeUnusable = (overlay: string): string =>
  `The fragment cannot be used. If upstream does not fix it: \`exclude\` in ${SELECTION_PATH} leaves out an operation, an action of ${overlay} can change anything else.`;

export interface CheckedFragment {
  readonly generated: Map<string, string>;
  /** Findings of style. */
  readonly advice: readonly Problem[];
}

/**
 * The generated files of a fragment that can be published. Throws a `DocumentError` with every problem of one that cannot,
 * by its line in the source. Style is advice, because the API's owners write as they like.
 */
export async function checkFragment(
  text: string,
  line: Line,
  { fragment, checkValue }: Pick<BuiltFragment, "fragment" | "checkValue">,
  source: Source,
): Promise<CheckedFragment> {
  // In a process of its own, in parallel.
  const linting = lintFragment(text);
  const examples = checkExamples(fragment, checkValue);
  const derived = await attemptToDerive(fragment, line);
  const lint = await linting;
  const found = [
    ...[...lint, ...examples].filter(({ severity }) => severity === "error"),
    ...(derived instanceof DocumentError ? describeError(derived) : []),
  ];
  if (derived instanceof DocumentError || found.length > 0)
    throw new DocumentError(describeUnusable(line.overlay), source.place(found));
  const advice = [...lint, ...examples].filter(({ severity }) => severity !== "error");
  return { generated: derived, advice: source.place(advice) };
}

async function attemptToDerive(fragment: JsonObject, line: Line): Promise<Map<string, string> | DocumentError> {
  try {
    return await deriveLine(fragment, line);
  } catch (error) {
    if (error instanceof DocumentError) return error;
    throw error;
  }
}

function describeError({ problems, message }: DocumentError): readonly Problem[] {
  return problems.length > 0 ? problems : [{ pointer: "", message }];
}
