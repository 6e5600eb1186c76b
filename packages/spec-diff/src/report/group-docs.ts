import type { Change } from "../judge/change.ts";

/** What changed in the documentation of one operation, schema or part of the document. */
export interface DocsEntry {
  readonly owner: string;
  /** Whether it is about what requests or responses carry, so that the text may be the contract. */
  readonly isContract: boolean;
  readonly differences: readonly string[];
}

/** One entry for each operation and each schema; those that may be the contract first, each by itself. */
export function groupDocs(changes: readonly Change[]): DocsEntry[] {
  const docs = changes.filter(({ level }) => level === "docs");
  const groups = Map.groupBy(docs, ({ owner, where, isContract }) =>
    JSON.stringify([isContract === true, owner ?? where]),
  );
  const entries = [...groups].map(([key, group]) => {
    const [isContract, owner] = JSON.parse(key) as [boolean, string];
    return { owner, isContract, differences: [...new Set(group.map((change) => describe(owner, change)))] };
  });
  return entries.toSorted((a, b) => Number(b.isContract) - Number(a.isContract));
}

function describe(owner: string, { where, message }: Change): string {
  const inside = where.startsWith(owner) ? where.slice(owner.length).replace(/^[/ ]+/, "") : where;
  return inside === "" ? message : `\`${inside}\`: ${message}`;
}
