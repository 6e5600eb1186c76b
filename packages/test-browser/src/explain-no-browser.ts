/** A browser that did not start, and why. */
export interface Failure {
  readonly name: string;
  readonly error: Error;
}

/** A browser that does not start may print a long log. */
const SHOWN_LINES = 4;

/** What to do if no browser starts, and what was tried. */
export function explainNoBrowser(failures: readonly Failure[], { platform, arch } = process): string {
  const tried = failures.map(({ name, error }) => {
    const lines = error.message.split("\n").filter((line) => line.trim() !== "");
    return `  ${name}: ${lines.slice(0, SHOWN_LINES).join("\n    ")}`;
  });
  return [
    "Some tests need a browser, but no browser starts on this machine.",
    "Install Chrome or Edge, or put the command `chromium` on the PATH. Then run the tests again.",
    `Without one, the tests fetch a Chromium from npm on Linux x64. This machine is ${platform} ${arch}.`,
    ...(tried.length > 0 ? ["Tried:", ...tried] : []),
  ].join("\n");
}
