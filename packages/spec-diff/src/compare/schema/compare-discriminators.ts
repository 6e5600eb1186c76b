import { type Comparison, report, reportAsking, WIDER } from "../../judge/comparison.ts";
import type { Branch, Union } from "../../read/union.ts";
import { reportMoved } from "./compare-cases.ts";
import { nameBranch } from "./match-branches.ts";
import type { Sides } from "./sides.ts";

interface Unions {
  readonly was: Union;
  readonly is: Union;
  readonly pairs: readonly (readonly [before: Branch, after: Branch])[];
}

/** Records differences in what distinguishes the branches of a union; new and removed branches are reported elsewhere. */
export function compareDiscriminators(comparison: Comparison, { place }: Sides, unions: Unions): void {
  const { was, is, pairs } = unions;
  if (was.discriminator !== is.discriminator) {
    const fact = { kind: "discriminator-changed", was: was.discriminator, is: is.discriminator } as const;
    report(comparison, was.discriminator === undefined ? "minor" : "breaking", fact, { place });
    return;
  }
  const property = is.discriminator ?? "";
  for (const [before, after] of pairs) {
    for (const value of before.values) {
      if (!after.values.includes(value)) reportLostValue(comparison, unions, value, before, place);
    }
    for (const value of after.values) {
      const isKnown = was.branches.some(({ values }) => values.includes(value));
      if (before.values.includes(value) || isKnown) continue;
      const fact = { kind: "discriminator-value-added", property, branch: nameBranch(after) } as const;
      reportAsking(comparison, WIDER, fact, { place, subject: value });
    }
  }
  if (was.strayValues.toSorted().join() !== is.strayValues.toSorted().join()) {
    const fact = { kind: "discriminator-mapping-changed", was: was.strayValues, is: is.strayValues } as const;
    report(comparison, "breaking", fact, { place });
  }
}

/** Records that a value leads to another branch now, and what that lacks; or that it leads nowhere. */
function reportLostValue(
  comparison: Comparison,
  { was, is }: Unions,
  value: string,
  { nodes: branch }: Branch,
  place: Sides["place"],
): void {
  const { direction } = comparison;
  const property = was.discriminator ?? "";
  const heir = is.branches.find(({ values }) => values.includes(value));
  if (!heir) {
    const fact = { kind: "discriminator-value-removed", property, direction } as const;
    report(comparison, "breaking", fact, { place, subject: value });
    return;
  }
  const when = { property, values: [value] };
  const about = { kind: "discriminator-value-moved", place, when } as const;
  reportMoved(comparison, { ...about, branch, heir: heir.nodes, name: nameBranch(heir) });
}
