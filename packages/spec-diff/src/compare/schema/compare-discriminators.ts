import { type Comparison, report } from "../../judge/comparison.ts";
import { lastStep, quoteStep } from "../../read/place.ts";
import type { Branch, Union } from "../../read/union.ts";
import { nameBranch } from "./match-branches.ts";
import type { Sides } from "./sides.ts";

interface Unions {
  readonly was: Union;
  readonly is: Union;
  readonly pairs: readonly (readonly [before: Branch, after: Branch])[];
}

/** Records differences in what tells the branches of a union apart; branches that came or went speak for themselves. */
export function compareDiscriminators(comparison: Comparison, { place }: Sides, { was, is, pairs }: Unions): void {
  const [subject, quoted] = [lastStep(place), quoteStep(place)];
  if (was.discriminator !== is.discriminator) {
    const message =
      is.discriminator === undefined
        ? `Nothing tells the branches of ${quoted} apart any more; \`${was.discriminator}\` did: tell them apart by what they have.`
        : `\`${is.discriminator}\` tells the branches of ${quoted} apart now${was.discriminator === undefined ? "" : `, not \`${was.discriminator}\`: switch over \`${is.discriminator}\``}.`;
    report(comparison, was.discriminator === undefined ? "minor" : "breaking", {
      kind: "discriminator-changed",
      place,
      subject,
      message,
    });
    return;
  }
  for (const [before, after] of pairs) {
    for (const value of before.values) {
      if (after.values.includes(value)) continue;
      const message = `\`${value}\` of \`${was.discriminator}\` does not lead to \`${nameBranch(after)}\` any more: ${adviseLost(comparison, is, value)}.`;
      report(comparison, "breaking", { kind: "discriminator-value-removed", place, subject: value, message });
    }
    for (const value of after.values) {
      if (before.values.includes(value)) continue;
      const message = `\`${value}\` of \`${is.discriminator}\` leads to \`${nameBranch(after)}\` now: handle it in your switches over it.`;
      const levels = { request: "minor", response: "widening" } as const;
      report(comparison, levels, { kind: "discriminator-value-added", place, subject: value, message });
    }
  }
  if (was.strayValues.toSorted().join() !== is.strayValues.toSorted().join()) {
    const message = `The mapping of ${quoted} names schemas that are no branches of it, and not the same ones as before: read both revisions.`;
    report(comparison, "breaking", { kind: "discriminator-mapping-changed", place, subject, message });
  }
}

/** Where the value leads now, or that it leads nowhere. */
function adviseLost({ direction }: Comparison, { branches }: Union, value: string): string {
  const heir = branches.find(({ values }) => values.includes(value));
  if (heir) return `it leads to \`${nameBranch(heir)}\`, so ${direction === "request" ? "send" : "read"} what that has`;
  return direction === "request" ? "do not send it" : "it does not come any more, so delete the code that handles it";
}
