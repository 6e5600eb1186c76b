import { launchChromium } from "@grid-sdk/test-browser";
import { readOptions } from "./read-options.ts";

const USAGE = `Usage: pnpm browser

Finds the browser that tests run in. If none is installed, it fetches one from npm into this checkout, once.`;

readOptions(USAGE, {});
try {
  await using browser = await launchChromium();
  console.log(`The tests run in Chromium ${browser.version()}.`);
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
