import { DocumentError, findCircles, type JsonObject, type Problem } from "@grid-sdk/openapi";
import { applyOverlay } from "../overlay/apply-overlay.ts";
import { type CheckValue, createValueCheck } from "../overlay/check-value.ts";
import { makeExamples, type MadeExamples } from "../overlay/make-examples.ts";
import { type Action, MADE } from "../overlay/overlay.ts";
import { settleConditions } from "../overlay/settle-conditions.ts";
import { settleExamples } from "../overlay/settle-examples.ts";
import { subtractOverlay } from "../overlay/subtract-overlay.ts";
import { type Extract, keepUsed } from "./extract-fragment.ts";
import type { LeftOut } from "./left-out.ts";

export interface BuiltFragment extends Extract {
  /** The selected part of the API's specification. */
  readonly upstream: JsonObject;
  /** Examples that do not fit their schema, and conditions that no body can meet: they are left out as well. */
  readonly unfit: readonly LeftOut[];
  readonly examples: MadeExamples;
  /** By the fragment's schemas. */
  readonly checkValue: CheckValue;
  /** Actions of the overlay that cannot be applied. */
  readonly unused: readonly Action[];
  /** Actions of the overlay that upstream's document says itself. */
  readonly said: readonly Action[];
}

/**
 * The fragment that a selected part gives, with the overlay applied and an example for each body.
 *
 * @param refuse makes the error for schemas of which no examples can be made, because they are made of themselves
 */
export function buildFragment(
  { fragment: selected, leftOut, problems }: Extract,
  actions: readonly Action[],
  refuse = (circles: readonly Problem[]): Error => new DocumentError("The fragment cannot be used:", circles),
): BuiltFragment {
  const own = actions.filter((action) => action[MADE] !== true);
  const { document: upstream, said } = subtractOverlay(selected, actions);
  const { document: overlaid, unused } = applyOverlay(upstream, own);
  const circles = findCircles(overlaid);
  if (circles.length > 0) throw refuse(circles);
  const conditions = settleConditions(overlaid);
  const checkValue = createValueCheck(overlaid);
  const dropped = settleExamples(overlaid, checkValue);
  const examples = makeExamples(overlaid, checkValue, dropped);
  const unfit = [...conditions, ...dropped.filter((example) => !examples.remade.includes(example))];
  return {
    upstream,
    // An action may have removed the last use of a component.
    fragment: keepUsed(overlaid).fragment,
    leftOut: [...leftOut, ...unfit],
    unfit,
    examples,
    checkValue,
    unused,
    // Where upstream says all of it, it is the fragment itself.
    said: own.every((action) => said.includes(action)) ? [] : own.filter((action) => said.includes(action)),
    problems,
  };
}
