import { describeSchemas } from "../../read/describe-schemas.ts";
import type { Branch } from "../../read/union.ts";

export interface MatchedBranches {
  readonly pairs: readonly (readonly [before: Branch, after: Branch])[];
  readonly removed: readonly Branch[];
  readonly added: readonly Branch[];
}

/** Finds for each branch the one that it has become: by name, by shape, by the discriminator's values, by being left. */
export function matchBranches(before: readonly Branch[], after: readonly Branch[]): MatchedBranches {
  const pairs: [Branch, Branch][] = [];
  const removed = new Set(before);
  const added = new Set(after);
  const pairUp = (matches: (before: Branch, after: Branch) => boolean): void => {
    for (const was of removed) {
      const is = [...added].find((candidate) => matches(was, candidate));
      if (!is) continue;
      pairs.push([was, is]);
      removed.delete(was);
      added.delete(is);
    }
  };

  pairUp((was, is) => was.name !== undefined && was.name === is.name);
  pairUp((was, is) => describeSchemas(was.nodes) === describeSchemas(is.nodes));
  pairUp((was, is) => was.values.some((value) => is.values.includes(value)));
  const [lastRemoved, lastAdded] = [[...removed], [...added]];
  const inlineAlone = [lastRemoved, lastAdded].every(
    ([branch, ...others]) => branch && !branch.name && others.length === 0,
  );
  if (inlineAlone) pairUp(() => true);
  return { pairs, removed: [...removed], added: [...added] };
}

/** What a branch is called in a report. */
export function nameBranch(branch: Branch): string {
  return branch.name ?? (branch.values.join(" or ") || `branch ${branch.nodes[0]?.place.path.at(-1) ?? ""}`);
}
