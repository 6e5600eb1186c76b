import { groupBy } from "../read/group-by.ts";
import { type Change, type Finding, LEVELS } from "./change.ts";
import { namePart } from "./context.ts";

/** One change per difference, however many operations it is reached through; most serious first, then by place. */
export function collapseFindings(findings: readonly Finding[]): Change[] {
  const groups = groupBy(findings, ({ contexts, ...said }) => {
    // Changes outside of components are distinguished by their operation.
    return [said, said.place.component === undefined ? [...contexts] : []];
  });
  const changes = groups.map((group): Change => {
    const contexts = new Set(group.flatMap((finding) => [...finding.contexts]));
    return Object.assign({}, group[0], { contexts: [...contexts] });
  });
  return changes.toSorted((a, b) => compareText(orderOf(a), orderOf(b)));
}

/** By level, then by place, then by kind. */
function orderOf({ level, place, contexts, kind }: Change): string {
  const [first] = contexts;
  const at = place.component ?? (first ? `${first.operation} ${namePart(first.part)}` : "");
  return [LEVELS.indexOf(level), at, place.path.join("/"), kind].join("\n");
}

function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
