import { DocumentError, type Problem } from "@grid-sdk/openapi";
import { deriveLine } from "../../generate/derive-files.ts";
import { problemsOf } from "../../generate/problems.ts";
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
  const inexpressible: Problem[] = [];
  const generated = await deriveLine(fragment, line).catch((error: unknown) => {
    inexpressible.push(...problemsOf(error));
  });
  const found = [...(await linting), ...examples];
  const errors = [...found.filter(({ severity }) => severity === "error"), ...inexpressible];
  if (!generated || errors.length > 0) throw new DocumentError(describeUnusable(line.overlay), source.place(errors));
  return { generated, advice: source.place(found.filter(({ severity }) => severity !== "error")) };
}
