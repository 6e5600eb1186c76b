/** Whether an item before and one after are the same thing. */
type Likeness<T> = (was: T, is: T) => boolean;

export interface Paired<T> {
  readonly pairs: readonly (readonly [before: T, after: T])[];
  readonly removed: readonly T[];
  readonly added: readonly T[];
}

/** Pairs what is the same thing in two lists, the surest likeness first: each pairs what the ones before it left. */
export function pairUp<T>(before: Iterable<T>, after: Iterable<T>, likenesses: readonly Likeness<T>[]): Paired<T> {
  const [removed, added] = [new Set(before), new Set(after)];
  const pairs: [T, T][] = [];
  for (const isLike of likenesses) {
    for (const was of removed) {
      const is = [...added].find((candidate) => isLike(was, candidate));
      if (is === undefined) continue;
      pairs.push([was, is]);
      removed.delete(was);
      added.delete(is);
    }
  }
  return { pairs, removed: [...removed], added: [...added] };
}

/** Both have the same mark; an item without a mark is like no other. */
export function sameBy<T>(markOf: (item: T) => string | undefined): Likeness<T> {
  return (was, is) => markOf(was) !== undefined && markOf(was) === markOf(is);
}
