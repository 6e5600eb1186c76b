import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { SPECIFICATION } from "@grid-sdk/contract/fixtures";
import { type GridMock, startGridMock } from "@grid-sdk/mock";
import { startGridMock as startLatestMock } from "@grid-sdk/mock/latest";
import { launchChromium } from "@grid-sdk/test-browser";
import type axe from "axe-core";
import type { Browser, Page } from "playwright-core";
import { beforeAll, describe, expect, test } from "vitest";
import { openPage } from "./open-page.ts";

const VERIFY = "Verify a credential and open a session";
const VERIFY_LINK = "#tag/embedded-wallet-auth/POST/auth/credentials/{id}/verify";

let browser: Browser;
let mock: GridMock;
let axeScript = "";
beforeAll(async () => {
  [browser, mock, axeScript] = await Promise.all([
    launchChromium(),
    startGridMock({ fragment: SPECIFICATION }),
    readFile(fileURLToPath(import.meta.resolve("axe-core/axe.min.js")), "utf8"),
  ]);
  return () => Promise.all([browser.close(), mock.close()]);
});

/** Opens the page, and waits until all of it is there. */
async function openWhole(hash = "", options: Parameters<Browser["newPage"]>[0] = {}): Promise<Page> {
  const { page } = await openPage(browser, `${mock.url}/${hash}`, options);
  await page.getByRole("heading", { name: "Revoke a session", exact: true }).waitFor();
  await expect.poll(() => page.locator('[data-placeholder="true"]').count()).toBe(0);
  return page;
}

test("axe finds nothing in it, light and dark, wide and narrow", async () => {
  const page = await openWhole();
  await page.evaluate(axeScript);
  const find = async (options: axe.RunOptions) => {
    const { violations, passes } = await page.evaluate<axe.AxeResults>(`axe.run(${JSON.stringify(options)})`);
    const found = violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 200)}`));
    return { found, passed: passes.flatMap(({ nodes }) => nodes).length };
  };
  const whole = await find({});
  expect(whole.found).toEqual([]);
  expect(whole.passed).toBeGreaterThan(1000);
  // What a theme and a width change, asked at once.
  await page.emulateMedia({ colorScheme: "dark" });
  await page.setViewportSize({ width: 320, height: 900 });
  await expect.poll(() => page.evaluate("document.body.className")).toContain("dark-mode");
  const dark = await find({
    runOnly: ["color-contrast", "scrollable-region-focusable", "target-size", "landmark-unique"],
  });
  expect(dark.found).toEqual([]);
  expect(dark.passed).toBeGreaterThan(200);
  await page.close();
});

test("what is deprecated is as readable as the rest", async () => {
  await using latest = await startLatestMock();
  const { page } = await openPage(browser, `${latest.url}/`);
  await page.locator(".property--deprecated").first().waitFor();
  await page.evaluate(axeScript);
  const results = await page.evaluate<axe.AxeResults>(
    'axe.run({ include: [".property--deprecated"] }, { runOnly: ["color-contrast"] })',
  );
  expect(results.violations).toEqual([]);
  expect(results.passes.flatMap(({ nodes }) => nodes).length).toBeGreaterThan(5);
  await page.close();
});

test("its first link leads past the menu", async () => {
  const page = await openWhole();
  await page.keyboard.press("Tab");
  const link = page.getByRole("link", { name: "Skip to the content" });
  expect(await link.evaluate((element) => element.matches(":focus"))).toBe(true);
  await expect.poll(async () => (await link.boundingBox())?.y).toBe(0);
  await page.keyboard.press("Enter");
  await expect.poll(() => page.evaluate("document.activeElement.tagName")).toBe("MAIN");
  await page.keyboard.press("Tab");
  expect(await page.evaluate("document.activeElement.closest('main') !== null")).toBe(true);
  await page.close();
});

describe("a deep link", () => {
  test("leads to its operation, and draws no lines down the page", async () => {
    const page = await openWhole(VERIFY_LINK);
    const section = page.getByRole("region", { name: VERIFY, exact: true });
    await expect.poll(() => section.evaluate((element) => element.matches(":focus"))).toBe(true);
    expect(await section.evaluate((element) => getComputedStyle(element).outlineStyle)).toBe("none");
    const { y = -1 } = (await page.getByRole("heading", { name: VERIFY, exact: true }).boundingBox()) ?? {};
    expect(y).toBeGreaterThan(0);
    expect(y).toBeLessThan(300);
    await page.close();
  });

  test("leads to a field of an error, which it shows", async () => {
    const page = await openWhole(`${VERIFY_LINK}.responses.401.message`);
    const field = page.locator(`[id$="verify.responses.401.message"]`);
    await expect.poll(async () => (await field.boundingBox())?.y ?? -1).toBeGreaterThan(0);
    await expect.poll(async () => (await field.boundingBox())?.y ?? 900).toBeLessThan(900);
    await page.close();
  });
});

test("on a phone, no code of an error is broken", async () => {
  const page = await openWhole("", { viewport: { width: 320, height: 900 } });
  const codes = page.locator(".property-description, .markdown").locator("code", { hasText: /^[A-Z]+_[A-Z_]+$/ });
  const lines = await codes.evaluateAll((elements) => elements.map((element) => element.getClientRects().length));
  expect(lines.length).toBeGreaterThan(20);
  expect(lines.filter((count) => count > 1)).toEqual([]);
  await page.close();
});
