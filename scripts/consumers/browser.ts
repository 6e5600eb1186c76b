import { openPage } from "./device-page.ts";
import { nodeOf, runProgram, type Workbench } from "./check.ts";

/** Opens a page of the fixtures in Chromium, bundled by that bundler: the guard, and a call without it. */
export async function challengeInBrowser(bench: Workbench, bundler: string): Promise<void> {
  await runProgram(bench, nodeOf(bench, "24"), [`page-by-${bundler}.mjs`]);
  await using page = await openPage(bench, `page-by-${bundler}/page.js`);
  const said = await page.call("challenge", bench.mockUrl);
  if (said !== "challenged") throw new Error(`expected "challenged", got ${said}`);
}
