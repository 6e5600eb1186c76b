import type { Change } from "../judge/change.ts";
import { describeChange } from "./describe-fact.ts";
import { groupBy } from "../read/group-by.ts";

/** What changed in the documentation of one operation, schema or part of the document. */
export interface DocsEntry {
  readonly owner: string;
  /** Whether it is about what requests or responses carry: the text may be part of the contract. */
  readonly isContract: boolean;
  /** Whether it is about texts, and not about examples. */
  readonly isText: boolean;
  readonly differences: readonly string[];
  readonly changes: readonly Change[];
}

/** One entry for each operation and each schema; those that may be part of the contract come first. */
export function groupDocs(changes: readonly Change[]): DocsEntry[] {
  const entries = changes.flatMap((change) => {
    const { level, fact, contexts, place } = change;
    if (level !== "docs") return [];
    const isText = fact.kind === "text-changed";
    const fallback = place.component ?? contexts[0]?.operation ?? place.path[0] ?? "document";
    return [{ change, isText, isContract: isText && fact.isContract, owner: isText ? fact.owner : fallback }];
  });
  return groupBy(entries, ({ isContract, isText, owner }) => [isContract, isText, owner])
    .map((group) => {
      const [{ owner, isContract, isText }] = group;
      const members = group.map(({ change }) => change);
      return { owner, isContract, isText, differences: [...new Set(members.map(describe))], changes: members };
    })
    .toSorted((a, b) => Number(b.isContract) - Number(a.isContract));
}

function describe(change: Change): string {
  const inside = change.place.path.join("/");
  const message = describeChange(change);
  return inside === "" || change.fact.kind !== "text-changed" ? message : `\`${inside}\`: ${message}`;
}
