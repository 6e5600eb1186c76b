import { type Browser, chromium } from "playwright-core";
import type { Candidate } from "./candidate.ts";
import { explainNoBrowser, type Failure } from "./explain-no-browser.ts";
import { fetchFromNpm, isOnNpm } from "./fetch-from-npm.ts";
import { listInstalled } from "./list-installed.ts";

const FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** Not a measure of speed: a browser that hangs should end, a slow machine should not fail a test. */
const START_MS = 120_000;

/** The browser that has started in this process before. */
let proven: Candidate | undefined;

/**
 * Starts a browser for tests: headless, and quiet in the network.
 *
 * It uses the first that starts: an installed Chrome, Chromium or Edge, else a Chromium from npm (Linux on x64), which it
 * fetches once. If none starts, it rejects and says what to install.
 */
export async function launchChromium(...flags: string[]): Promise<Browser> {
  if (proven) return start(proven, flags);
  const failures: Failure[] = [];
  for (const candidate of listInstalled()) {
    const browser = await start(candidate, flags).catch((error: Error) => {
      if (!isAbsent(error)) failures.push({ name: candidate.name, error });
    });
    if (browser) return remember(candidate, browser);
  }
  if (!isOnNpm()) throw new Error(explainNoBrowser(failures));
  try {
    const candidate = await fetchFromNpm();
    return remember(candidate, await start(candidate, flags));
  } catch (error) {
    const failure = { name: "Chromium from npm", error: error as Error };
    // oxlint-disable-next-line eslint/preserve-caught-error -- its message is in the new one
    throw new Error(explainNoBrowser([...failures, failure]));
  }
}

/** Whether Playwright found no browser where its installer puts it. */
function isAbsent({ message }: Error): boolean {
  return /distribution .* is not found/.test(message);
}

function start({ options }: Candidate, flags: readonly string[]): Promise<Browser> {
  return chromium.launch({ ...options, args: [...FLAGS, ...flags], timeout: START_MS });
}

function remember(candidate: Candidate, browser: Browser): Browser {
  proven = candidate;
  return browser;
}
