import type { Change } from "../judge/change.ts";
import { describeChange } from "./describe-change.ts";

/** What changed in the documentation of one operation, schema or part of the document. */
export interface DocsEntry {
  readonly owner: string;
  /** Whether it is about what requests or responses carry, so that the text may be the contract. */
  readonly isContract: boolean;
  /** Whether it is about texts, and not about examples. */
  readonly isText: boolean;
  readonly differences: readonly string[];
}

/** One entry for each operation and each schema; those that may be the contract first, each by itself. */
export function groupDocs(changes: readonly Change[]): DocsEntry[] {
  const docs = changes.filter(({ level }) => level === "docs");
  const groups = Map.groupBy(docs, (change) =>
    JSON.stringify([change.texts?.isContract === true, change.texts !== undefined, ownerOf(change)]),
  );
  const entries = [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (!first) return [];
    const differences = [...new Set(group.map(describe))];
    return [
      {
        owner: ownerOf(first),
        isContract: first.texts?.isContract === true,
        isText: first.texts !== undefined,
        differences,
      },
    ];
  });
  return entries.toSorted((a, b) => Number(b.isContract) - Number(a.isContract));
}

function ownerOf({ texts, contexts, place }: Change): string {
  return texts?.owner ?? place.component ?? contexts[0]?.operation ?? place.path[0] ?? "document";
}

function describe(change: Change): string {
  const inside = change.place.path.join("/");
  const message = describeChange(change);
  return inside === "" || !change.texts ? message : `\`${inside}\`: ${message}`;
}
