import type { Place } from "./change.ts";

/** What a place is called in a sentence: the last property on the way, or the component. */
export function lastStep({ component, path }: Place): string {
  return path.findLast((step) => !/^\d+$/.test(step)) ?? component ?? "the body";
}
