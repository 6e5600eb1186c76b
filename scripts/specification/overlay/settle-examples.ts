import { createBodyCheck, formatViolation } from "@grid-sdk/contract";
import { fieldOf, isJsonObject, type JsonObject, type Keys, resolveOptional } from "@grid-sdk/openapi";
import type { LeftOut } from "../update/left-out.ts";
import { createMisfitCheck, createValueCheck, type ExplainMisfit } from "./check-value.ts";
import { type Branch, checkDiscriminator, isChosenBy, listBodyBranches } from "./list-lacking.ts";
import { listBodies } from "./list-bodies.ts";

/** What is wrong by the branch that the discriminator names: the errors of the others are irrelevant. */
function explain(branches: readonly Branch[], value: unknown, check: ExplainMisfit): string | undefined {
  const branch = branches.find((one) => one.chosenBy && isChosenBy(value, one));
  return branch && check(branch.keys, value);
}

/** An example that is left out, because its schema refuses it. */
export interface DroppedExample extends LeftOut {
  /** Of the body. */
  readonly keys: Keys;
  readonly name: string;
  /** The Example Object, references followed. */
  readonly example: JsonObject;
}

/**
 * Gives a document's bodies their examples in one form, `examples` by name, and removes those that their schema refuses or
 * that send what it does not declare: servers and generated types could not use them. Gives what it removed.
 */
export function settleExamples(document: JsonObject, checkValue = createValueCheck(document)): DroppedExample[] {
  const check = createMisfitCheck(checkValue);
  const checkSent = createBodyCheck(document, { closed: true, leftOut: "readOnly" });
  const leftOut: DroppedExample[] = [];
  for (const { keys, mediaType, name, isRequest } of listBodies(document)) {
    if (!("example" in mediaType) && !("examples" in mediaType)) continue;
    const single = { example: { value: mediaType["example"] } };
    const named = "examples" in mediaType ? fieldOf(mediaType, "examples") : single;
    const branches = listBodyBranches(document, { keys, mediaType, name, isRequest });
    const refuse = (value: unknown) =>
      checkDiscriminator(document, mediaType["schema"], value) ??
      explain(branches, value, check) ??
      check([...keys, "schema"], value) ??
      (isRequest ? checkSent(mediaType["schema"], value).map(formatViolation)[0] : undefined);
    const kept = Object.entries(named).filter(([own, value]) => {
      const resolved = isJsonObject(value) ? resolveOptional(document, value) : {};
      const why = "value" in resolved ? refuse(resolved["value"]) : undefined;
      if (why !== undefined)
        leftOut.push({
          what: `the example ${own} of ${name}`,
          why: `${why}, says its schema`,
          keys,
          name: own,
          example: resolved,
        });
      return why === undefined;
    });
    delete mediaType["example"];
    delete mediaType["examples"];
    if (kept.length > 0) mediaType["examples"] = Object.fromEntries(kept);
  }
  return leftOut;
}
