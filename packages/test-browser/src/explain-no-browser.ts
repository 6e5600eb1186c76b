import type { Candidate } from "./candidate.ts";

/** A browser that did not start, and why. */
export interface Failure {
  readonly candidate: Pick<Candidate, "name">;
  readonly error: unknown;
}

/** What to do where no browser starts, and what was tried. */
export function explainNoBrowser(failures: readonly Failure[], { platform, arch } = process): string {
  const tried = failures.map(({ candidate, error }) => {
    const [reason = ""] = (error instanceof Error ? error.message : String(error)).split("\n");
    return `  ${candidate.name}: ${reason}`;
  });
  return [
    "Some tests need a browser, and none starts on this machine.",
    "Install Chrome or Edge, or put the command `chromium` on the PATH. Then run the tests again.",
    `Without one, the tests fetch a Chromium from npm on Linux x64. This machine is ${platform} ${arch}.`,
    ...(tried.length > 0 ? ["Tried:", ...tried] : []),
  ].join("\n");
}
