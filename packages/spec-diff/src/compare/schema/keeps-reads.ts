import type { Finding } from "../../judge/change.ts";
import { type Comparison, isSpent, tryOut } from "../../judge/comparison.ts";
import { type Reads, readsInCommon } from "../../read/reads-in-common.ts";
import type { Nodes } from "../../read/schema-node.ts";
import { compareSchemas } from "./compare-schemas.ts";

/**
 * Whether the new schema has everything that all old schemas share. Then code that does not distinguish them can read the
 * new one too, and only a switch over all of them has to handle it.
 */
export function keepsReads(comparison: Comparison, before: readonly Nodes[], after: Nodes): boolean {
  const [only, ...others] = before;
  if (only === undefined) return true;
  const trial = { ...tryOut(comparison), direction: "response" as const };
  if (others.length === 0) return isReadable(trial, only, after);
  return keepsAll(trial, readsInCommon(before), readsInCommon([after]));
}

function keepsAll(comparison: Comparison, before: Reads, after: Reads): boolean {
  return [...before].every(([name, was]) => {
    const is = after.get(name);
    if (is === undefined || (was.required && !is.required)) return false;
    return is.shapes.every((shape) => was.shapes.some((known) => isReadable(comparison, known, shape)));
  });
}

/** Whether code can read one like the other. A missing enum value breaks nothing, since the other still has it. */
function isReadable(comparison: Comparison, before: Nodes, after: Nodes): boolean {
  const inside = { ...comparison, findings: [] as Finding[], visited: new Set(comparison.visited) };
  compareSchemas(inside, before, after);
  return (
    !isSpent(inside) &&
    inside.findings.every(({ level, kind }) => level !== "breaking" || kind === "enum-value-removed")
  );
}
