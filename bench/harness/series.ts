/** One measured quantity, with the samples of each subject, round by round. */
export interface Series {
  /** Which part of the figure it is, such as "64 in flight". */
  readonly title: string;
  readonly unit: Unit;
  /** By subject. Samples of one round have the same index, so that they can be compared. An exact figure has one. */
  readonly samples: Readonly<Record<string, readonly number[]>>;
}

export type Unit = "bytes" | "kB" | "µs" | "ms" | "calls/s" | "modules" | "instantiations" | "requests/call" | "calls";

/** One kind of cost of a client. */
export interface Figure {
  /** The name of its files, and the argument of `pnpm bench`. */
  readonly name: string;
  readonly title: string;
  readonly about: string;
  measure(tell: (progress: string) => void): Promise<readonly Series[]>;
}

/** The content of a figure's file in `bench/results/`. */
export interface Result {
  readonly name: string;
  readonly title: string;
  readonly about: string;
  readonly environment: Environment;
  readonly series: readonly Series[];
}

/** Where and when something was measured, and which versions. */
export interface Environment {
  /** ISO 8601, only the day. */
  readonly date: string;
  readonly machine: string;
  readonly node: string;
  readonly versions: Readonly<Record<string, string>>;
}
