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
async function openWhole(hash = ""): Promise<Page> {
  const { page } = await openPage(browser, `${mock.url}/${hash}`);
  await page.getByRole("heading", { name: "Revoke a session", exact: true }).waitFor();
  await page.locator('[data-placeholder="true"]').first().waitFor({ state: "detached" });
  return page;
}

/** The faults that axe finds, and how many elements pass. Without selectors: they would take half of axe's time. */
async function runAxe(page: Page, options: axe.RunOptions, include = "html") {
  await page.evaluate(axeScript);
  return page.evaluate(
    async ([context, chosen]) => {
      const { run } = (globalThis as object as { axe: typeof axe }).axe;
      const { violations, passes } = await run(context, { ...chosen, selectors: false });
      const found = violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 200)}`));
      return { found, passed: passes.flatMap(({ nodes }) => nodes).length };
    },
    [include, options] as const,
  );
}

// The tests share one page and run in this order: loading the page takes longer than most tests.
describe("the whole page", () => {
  let page: Page;
  beforeAll(async () => {
    page = await openWhole();
    return () => page.close();
  });

  test("has a first link that leads past the menu", async () => {
    await page.keyboard.press("Tab");
    const link = page.getByRole("link", { name: "Skip to the content" });
    expect(await link.evaluate((element) => element.matches(":focus"))).toBe(true);
    await expect.poll(async () => (await link.boundingBox())?.y).toBe(0);
    await page.keyboard.press("Enter");
    await expect.poll(() => page.evaluate("document.activeElement.tagName")).toBe("MAIN");
    await page.keyboard.press("Tab");
    expect(await page.evaluate("document.activeElement.closest('main') !== null")).toBe(true);
  });

  test("has no fault that axe finds, light and dark, wide and narrow", async () => {
    const whole = await runAxe(page, {});
    expect(whole.found).toEqual([]);
    expect(whole.passed).toBeGreaterThan(1000);
    // Both at once, and only the rules that a theme or a width can change.
    await page.emulateMedia({ colorScheme: "dark" });
    await page.setViewportSize({ width: 320, height: 900 });
    await expect.poll(() => page.evaluate("document.body.className")).toContain("dark-mode");
    const dark = await runAxe(page, {
      runOnly: ["color-contrast", "scrollable-region-focusable", "target-size", "landmark-unique"],
    });
    expect(dark.found).toEqual([]);
    expect(dark.passed).toBeGreaterThan(200);
  });

  test("breaks no code of an error on a phone", async () => {
    await page.setViewportSize({ width: 320, height: 900 });
    const codes = page.locator(".property-description, .markdown").locator("code", { hasText: /^[A-Z]+_[A-Z_]+$/ });
    const lines = await codes.evaluateAll((elements) => elements.map((element) => element.getClientRects().length));
    expect(lines.length).toBeGreaterThan(20);
    expect(lines.filter((count) => count > 1)).toEqual([]);
  });
});

test("deprecated properties are as readable as the rest", async () => {
  await using latest = await startLatestMock();
  const { page } = await openPage(browser, `${latest.url}/`);
  await page.locator(".property--deprecated").first().waitFor();
  const { found, passed } = await runAxe(page, { runOnly: ["color-contrast"] }, ".property--deprecated");
  expect(found).toEqual([]);
  expect(passed).toBeGreaterThan(5);
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
