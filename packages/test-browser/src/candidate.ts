import type { LaunchOptions } from "playwright-core";

/** A browser that may be there, and what starts it. */
export interface Candidate {
  readonly name: string;
  readonly options: Pick<LaunchOptions, "executablePath" | "channel" | "env">;
}
