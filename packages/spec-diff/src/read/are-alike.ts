import { pairUp, sameBy } from "./pair-up.ts";
import { remember } from "./revision.ts";
import { identify, type Nodes, settleNodes } from "./schema-node.ts";
import { type SchemaView, viewSchemas } from "./schema-view.ts";
import type { Branch, Union } from "./union.ts";

type Pair = readonly [Nodes, Nodes];

/**
 * Whether two schemas mean the same, whatever their names and however they are written. Pairs on the way count as alike
 * until something differs, so that the comparison of recursive schemas ends.
 */
export function areAlike(before: Nodes, after: Nodes): boolean {
  const assumed = new Set<string>();
  const proven = before[0] && remember(before[0].revision, "alike", undefined, () => new Set<string>());
  const queue: Pair[] = [[before, after]];
  for (const pair of queue) {
    const [was, is] = [settleNodes(pair[0]), settleNodes(pair[1])];
    const key = `${identify(was)} ${identify(is)}`;
    if (assumed.has(key) || proven?.has(key)) continue;
    assumed.add(key);
    const inner = pairInside(viewSchemas(was), viewSchemas(is));
    if (!inner) return false;
    queue.push(...inner);
  }
  for (const key of assumed) proven?.add(key);
  return true;
}

/** Whether two unions have the same branches, in any order. */
export function areUnionsAlike(before: Union, after: Union): boolean {
  const pairs = pairBranches([before], [after]);
  return pairs !== undefined && pairs.every(([was, is]) => areAlike(was, is));
}

/** The schemas inside two that are alike if these are; undefined where the two differ themselves. */
function pairInside(before: SchemaView, after: SchemaView): Pair[] | undefined {
  if (labelOf(before) !== labelOf(after)) return undefined;
  const branches = pairBranches(before.unions, after.unions);
  if (!branches) return undefined;
  const inner = SHELVES.flatMap((shelf) => {
    const others: ReadonlyMap<string, Nodes> = after[shelf];
    return [...before[shelf]].map(([name, was]): Pair => [was, others.get(name) ?? []]);
  });
  return [...inner, ...branches];
}

const SHELVES = ["properties", "inner"] as const;

/** Branches that say the same themselves are paired by name, and else in the order of the document. */
function pairBranches(before: readonly Union[], after: readonly Union[]): Pair[] | undefined {
  const likenesses = [sameBy(({ key, name }: Keyed) => name && key + name), sameBy(({ key }: Keyed) => key)];
  const { pairs, removed, added } = pairUp(before.flatMap(listBranches), after.flatMap(listBranches), likenesses);
  return removed.length + added.length > 0 ? undefined : pairs.map(([was, is]): Pair => [was.nodes, is.nodes]);
}

interface Keyed extends Branch {
  readonly key: string;
}

function listBranches({ keyword, discriminator, strayValues, branches }: Union): Keyed[] {
  return branches.map((branch) => {
    const own = [labelOf(viewSchemas(settleNodes(branch.nodes))), branch.values.toSorted()];
    return Object.assign({}, branch, { key: JSON.stringify([keyword, discriminator, strayValues.toSorted(), own]) });
  });
}

/** What a schema says itself, without the schemas inside it. */
function labelOf(view: SchemaView): string {
  return JSON.stringify([
    view.never,
    view.nullable,
    view.types && [...view.types].toSorted(),
    view.values && [...view.values].toSorted(),
    [...view.required].toSorted(),
    [...view.said].map(([keyword, values]) => [keyword, values.toSorted()]).toSorted(),
    SHELVES.map((shelf) => [...view[shelf].keys()].toSorted()),
    view.unions.length,
  ]);
}
