import type { JsonObject } from "@grid-sdk/openapi";
import { applyOverlay } from "../overlay/apply-overlay.ts";
import { type CompileSchema, createCompiler } from "../overlay/compile-schema.ts";
import { makeExamples, type MadeExamples } from "../overlay/make-examples.ts";
import { type Action, MADE, type Overlay } from "../overlay/overlay.ts";
import { settleConditions } from "../overlay/settle-conditions.ts";
import { settleExamples } from "../overlay/settle-examples.ts";
import { subtractOverlay } from "../overlay/subtract-overlay.ts";
import type { Problem } from "../source/problem.ts";
import { extractFragment } from "./extract-fragment.ts";
import type { LeftOut } from "./left-out.ts";
import type { Selection } from "./selection.ts";

export interface BuiltFragment {
  /** What the API's specification says of the selected operations. */
  readonly upstream: JsonObject;
  /** That, and what the overlay and made examples add. */
  readonly fragment: JsonObject;
  readonly leftOut: readonly LeftOut[];
  /** Examples that their schema refuses, and conditions that a body does not allow: they are left out too. */
  readonly unfit: readonly LeftOut[];
  readonly examples: MadeExamples;
  /** Of the fragment's schemas. */
  readonly compile: CompileSchema;
  /** Actions of the overlay that find nothing. */
  readonly unused: readonly Action[];
  /** Actions of the overlay that upstream says itself. */
  readonly said: readonly Action[];
  readonly problems: readonly Omit<Problem, "line">[];
}

/**
 * The fragment that a document gives: selected, with the overlay laid over it, an example for each body.
 *
 * @param reword puts other texts into what is selected
 */
export async function buildFragment(
  document: JsonObject,
  selection: Selection,
  overlay: Overlay,
  reword: (extract: JsonObject) => JsonObject = (extract) => extract,
): Promise<BuiltFragment> {
  const { fragment: selected, leftOut, problems } = extractFragment(document, selection);
  const extract = reword(selected);
  const own = overlay.actions.filter((action) => action[MADE] !== true);
  const { document: upstream, said } = subtractOverlay(extract, overlay.actions);
  const { document: overlaid, unused } = await applyOverlay(upstream, { ...overlay, actions: own });
  const conditions = settleConditions(overlaid);
  const compile = createCompiler(conditions.document);
  const settled = settleExamples(conditions.document, compile);
  const examples = makeExamples(settled.document, compile, settled.leftOut);
  const unfit = [...conditions.leftOut, ...settled.leftOut.filter((example) => !examples.remade.includes(example))];
  const { document: complete } = await applyOverlay(settled.document, { ...overlay, actions: examples.actions });
  return {
    upstream,
    // Once more: an action may have added what is not selected, or taken away the last that used a component.
    fragment: extractFragment(complete, selection).fragment,
    leftOut: [...leftOut, ...unfit],
    unfit,
    examples,
    compile,
    unused,
    // Where upstream says all of it, it is the fragment itself.
    said: own.every((action) => said.includes(action)) ? [] : own.filter((action) => said.includes(action)),
    problems,
  };
}
