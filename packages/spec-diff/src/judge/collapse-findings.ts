import { compareText } from "../read/compare-text.ts";
import { type Change, type Finding, LEVELS } from "./change.ts";
import { type Context, namePart } from "./context.ts";

/** One change per difference, however many operations it is reached through; most serious first, then by place. */
export function collapseFindings(findings: readonly Finding[]): Change[] {
  const groups = new Map<string, { finding: Finding; contexts: Set<Context> }>();
  for (const finding of findings) {
    const { contexts, ...said } = finding;
    // Changes outside of components are distinguished by their operation.
    const own = finding.place.component === undefined ? [...contexts] : [];
    const key = JSON.stringify([said, own]);
    const group = groups.get(key) ?? { finding, contexts: new Set() };
    for (const context of contexts) group.contexts.add(context);
    groups.set(key, group);
  }
  const changes = [...groups.values()].map(({ finding, contexts }): Change =>
    Object.assign({}, finding, { contexts: [...contexts] }),
  );
  return changes.toSorted((a, b) => compareText(orderOf(a), orderOf(b)));
}

/** By level, then by place, then by kind. */
function orderOf({ level, place, contexts, kind }: Change): string {
  const [first] = contexts;
  const at = place.component ?? (first ? `${first.operation} ${namePart(first.part)}` : "");
  return [LEVELS.indexOf(level), at, place.path.join("/"), kind].join("\n");
}
