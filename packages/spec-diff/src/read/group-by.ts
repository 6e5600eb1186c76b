export type Group<T> = readonly [first: T, ...others: T[]];

/** The items with the same key together, in the order of their first ones. No group is empty. */
export function groupBy<T>(items: readonly T[], keyOf: (item: T) => unknown): Group<T>[] {
  const groups = Map.groupBy(items, (item) => JSON.stringify(keyOf(item)));
  return [...groups.values()] as [T, ...T[]][];
}
