/** One thing measured, for everything that it was measured of, round by round. */
export interface Series {
  /** What of the figure it is, as "64 in flight". */
  readonly title: string;
  readonly unit: Unit;
  /** By subject; those of one round stand at the same index, so that they can be compared. An exact figure has one. */
  readonly samples: Readonly<Record<string, readonly number[]>>;
}

export type Unit = "bytes" | "µs" | "ms" | "calls/s" | "modules" | "instantiations" | "requests/call" | "calls";

/** One side of what a client costs a team. */
export interface Figure {
  /** The name of its files, and what `pnpm bench` takes. */
  readonly name: string;
  readonly title: string;
  readonly about: string;
  measure(tell: (progress: string) => void): Promise<readonly Series[]>;
}

/** What a figure's file in `bench/results/` holds. */
export interface Result {
  readonly name: string;
  readonly title: string;
  readonly about: string;
  readonly environment: Environment;
  readonly series: readonly Series[];
}

/** Where and when something was measured, and of what versions. */
export interface Environment {
  /** ISO 8601, the day alone. */
  readonly date: string;
  readonly machine: string;
  readonly node: string;
  readonly versions: Readonly<Record<string, string>>;
}
