import { type Comparison, quoteAll, report } from "../../judge/comparison.ts";
import { capitalize, lastStep, quoteStep } from "../../read/place.ts";
import type { Branch, Union } from "../../read/union.ts";
import { reportMoved } from "./compare-cases.ts";
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
    report(comparison, was.discriminator === undefined ? "minor" : "breaking", {
      kind: "discriminator-changed",
      place,
      subject,
      ...describeTelling(quoted, was.discriminator, is.discriminator),
    });
    return;
  }
  for (const [before, after] of pairs) {
    for (const value of before.values) {
      if (!after.values.includes(value)) reportLostValue(comparison, { was, is, pairs }, value, before, place);
    }
    for (const value of after.values) {
      const known = was.branches.some(({ values }) => values.includes(value));
      if (before.values.includes(value) || known) continue;
      const fact = `\`${value}\` of \`${is.discriminator}\` leads to \`${nameBranch(after)}\` now`;
      const advice = comparison.direction === "response" ? "handle it in your switches over it" : undefined;
      const levels = { request: "minor", response: "widening" } as const;
      report(comparison, levels, { kind: "discriminator-value-added", place, subject: value, fact, advice });
    }
  }
  if (was.strayValues.toSorted().join() !== is.strayValues.toSorted().join()) {
    const fact = `The mapping of ${quoted} names schemas that are not branches of it for ${quoteAll(is.strayValues) || "none"} instead of for ${quoteAll(was.strayValues) || "none"}`;
    const advice = "check what your code does with these values";
    report(comparison, "breaking", { kind: "discriminator-mapping-changed", place, subject, fact, advice });
  }
}

function describeTelling(quoted: string, was: string | undefined, is: string | undefined) {
  if (is === undefined)
    return {
      fact: `Nothing distinguishes the branches of ${quoted} any more, as \`${was}\` did`,
      advice: "distinguish them by what they have",
    };
  const fact = capitalize(`\`${is}\` distinguishes the branches of ${quoted} now`);
  return was === undefined ? { fact } : { fact: `${fact}, not \`${was}\``, advice: `switch over \`${is}\`` };
}

/** Where the value leads now, and what that lacks; or that it leads nowhere. */
function reportLostValue(
  comparison: Comparison,
  { was, is }: Unions,
  value: string,
  { nodes }: Branch,
  place: Sides["place"],
): void {
  const kind = "discriminator-value-removed";
  const property = was.discriminator ?? "";
  const heir = is.branches.find(({ values }) => values.includes(value));
  if (heir) {
    const when = { property, values: [value] };
    reportMoved(comparison, { kind, place, when }, nodes, { name: `\`${nameBranch(heir)}\``, nodes: heir.nodes });
    return;
  }
  const fact = `\`${value}\` of \`${property}\` no longer leads to a branch`;
  const advice =
    comparison.direction === "request"
      ? "do not send it here"
      : "remove it from your switches here, and check in the text of the operation what becomes of it";
  report(comparison, "breaking", { kind, place, subject: value, fact, advice });
}
