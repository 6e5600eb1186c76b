/** The middle of the numbers, and the quartiles around it: half of them lie between `low` and `high`. */
export interface Spread {
  readonly median: number;
  readonly low: number;
  readonly high: number;
}

/** Throws a `RangeError` for no numbers at all. */
export function spreadOf(numbers: readonly number[]): Spread {
  if (numbers.length === 0) throw new RangeError("There is no median of no numbers.");
  const sorted = numbers.toSorted((one, other) => one - other);
  return { median: quantile(sorted, 0.5), low: quantile(sorted, 0.25), high: quantile(sorted, 0.75) };
}

/** Between two of the numbers where it falls between them. */
function quantile(sorted: readonly number[], share: number): number {
  const at = (sorted.length - 1) * share;
  const [below, above] = [sorted[Math.floor(at)] ?? Number.NaN, sorted[Math.ceil(at)] ?? Number.NaN];
  return below + (above - below) * (at % 1);
}

/**
 * The ratios of two subjects' samples, round by round: what slowed the machine in a round slowed both, and drops out.
 * Throws a `RangeError` for samples of different rounds.
 */
export function ratioOf(samples: readonly number[], base: readonly number[]): Spread {
  if (samples.length !== base.length)
    throw new RangeError(`Expected as many rounds of both, got ${samples.length} and ${base.length}.`);
  return spreadOf(samples.map((sample, round) => sample / (base[round] ?? Number.NaN)));
}
