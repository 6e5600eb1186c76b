import { launchChromium } from "@grid-sdk/test-browser";
import { startProgress } from "@grid-sdk/terminal";
import { readOptions } from "./read-options.ts";

const USAGE = `Usage: pnpm browser

Finds the browser that tests run in. If none is installed, it fetches one from npm into this checkout, once.`;

readOptions(USAGE, {});
try {
  using progress = startProgress("Starting the browser");
  await using browser = await launchChromium();
  progress.print(`The tests run in Chromium ${browser.version()}.`);
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
