import type { Series } from "../series.ts";
import { spreadOf } from "../statistics.ts";

/** The subjects of a series with their samples, the best one first: the smallest median, or the most calls per second. */
export function sortSubjects({ unit, samples }: Pick<Series, "unit" | "samples">): [string, readonly number[]][] {
  const direction = unit === "calls/s" ? -1 : 1;
  return Object.entries(samples).toSorted(
    ([, one], [, other]) => direction * (spreadOf(one).median - spreadOf(other).median),
  );
}
