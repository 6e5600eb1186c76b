import { addPasskeyDevice, launchChromium, type PasskeyDevice } from "@grid-sdk/test-browser";
import type { Browser, BrowserContext, Locator, Page } from "playwright-core";
import type { GridEmulator } from "@grid-sdk/emulator";
import { beforeAll, beforeEach, expect, inject } from "vitest";
import { startDemo } from "../server/start.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** The line of the API that the tests of a page run on. */
    line: string;
  }
}

/** One for all files that a worker runs. It ends with the worker. */
let browser: Browser | undefined;
let demo: Awaited<ReturnType<typeof startDemo>>;
let page: Page;
let device: PasskeyDevice;
const complaints: string[] = [];

/** For each test a demo, and its page in a browser of its own that has passkeys. */
export function openPageForEachTest(): void {
  beforeAll(async () => {
    browser ??= await launchChromium();
  });
  beforeEach(async () => {
    demo = await startDemo(0, inject("line"));
    return () => demo.close();
  });
  beforeEach(async () => {
    const context = await openContext();
    page = await context.newPage();
    device = await addPasskeyDevice(page);
    await page.goto(demo.url);
    await waitUntilIdle();
    return async () => {
      await context.close();
      // Among them what the Content-Security-Policy refuses.
      if (complaints.length > 0) throw new Error(complaints.splice(0).join("\n"));
    };
  });
}

/** A browser profile: its own cookies and storage. A script error in one of its pages fails the test. */
export async function openContext(): Promise<BrowserContext> {
  const context = (await browser?.newContext()) ?? expect.unreachable();
  context.on("weberror", (error) => complaints.push(String(error.error())));
  context.on("console", (message) => {
    // The page shows the user a request that failed.
    const isFailure = message.text().startsWith("Failed to load resource");
    if (message.type() === "error" && !isFailure) complaints.push(message.text());
  });
  return context;
}

export const currentDemo = () => demo;
export const currentPage = () => page;
export const currentDevice = () => device;
/** The emulator of the line, with what the lines have in common. */
export const emulator = () => (demo.emulator as GridEmulator | undefined) ?? expect.unreachable();

export const button = (name: string | RegExp, of = page) => of.getByRole("button", { name, exact: true });
export const press = (name: string | RegExp, of = page) => button(name, of).click();
export const expectStatus = (text: string | RegExp, of = page) =>
  of.getByRole("status").filter({ hasText: text }).waitFor();
export const items = (name: string) => page.getByRole("list", { name }).getByRole("listitem").allInnerTexts();
/** The names of the passkeys that the API knows. */
export const passkeys = () =>
  emulator()
    .credentials(demo.account)
    .flatMap(({ type, nickname }) => (type === "PASSKEY" ? [nickname] : []));
export const lastCode = () => emulator().outbox.at(-1)?.code ?? "";

/** Waits for the end of what a page does: its first request, too, is one of the requests that a test can make fail. */
export const waitUntilIdle = (of = page) => of.locator('#signed-out[aria-busy="false"]').waitFor({ state: "attached" });

export const isFocused = (target: Locator) =>
  target.evaluate((element) => element === element.ownerDocument.activeElement);

/** Goes there with only the Tab key. */
export async function tabTo(target: Locator): Promise<void> {
  for (let pressed = 0; pressed < 60; pressed += 1) {
    if (await isFocused(target)) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`${target} is not reached`);
}

/** What the browser keeps under a name; a key as far as it can be seen. */
export const readKept = (name: string, of = page) =>
  of.evaluate(
    (key) =>
      new Promise<{ sessionId?: string; privateKey?: { extractable: boolean } } | undefined>((resolve) => {
        const opening = indexedDB.open("keyval-store");
        opening.addEventListener("success", () => {
          const reading = opening.result.transaction("keyval").objectStore("keyval").get(key);
          reading.addEventListener("success", () => {
            const { sessionId, privateKey } = Object(reading.result);
            resolve(reading.result && { sessionId, privateKey: { extractable: privateKey?.extractable } });
          });
        });
      }),
    name,
  );

export async function enterCode(code = lastCode(), of = page): Promise<void> {
  await of.getByLabel("Your code").fill(code);
  await press("Sign in", of);
}

export async function signInByCode(of = page): Promise<void> {
  await press("Mail me a code", of);
  await expectStatus("A code is on its way.", of);
  await enterCode(lastCode(), of);
  await expectStatus("Signed in.", of);
}

export async function addPasskey(of = page): Promise<void> {
  await press("Add a passkey", of);
  await expectStatus("The passkey is registered.", of);
}

export async function signOut(): Promise<void> {
  await press("Sign out");
  await expectStatus("Signed out.");
}

export async function signInByPasskey(): Promise<void> {
  await press("Sign in with a passkey");
  await expectStatus("Signed in.");
}
