import type { LaunchOptions } from "playwright-core";

/** A browser that may be installed, and the options that start it. */
export interface Candidate {
  readonly name: string;
  readonly options: Pick<LaunchOptions, "executablePath" | "channel" | "env">;
}
