import axe from "axe-core";
import { expect, test } from "vitest";
import {
  addPasskey,
  button,
  currentDevice,
  currentPage,
  emulator,
  enterCode,
  expectStatus,
  openPageForEachTest,
  press,
  signInByCode,
  signInByPasskey,
  signOut,
} from "../open-page.ts";

openPageForEachTest();

/** The rules that a theme changes. All others look at the elements and at where they are. */
const OF_THEME = ["color-contrast", "link-in-text-block"];

/** What axe finds, with the elements. */
async function findFaults(options: axe.RunOptions): Promise<string[]> {
  return currentPage().evaluate(async (chosen) => {
    const { run } = (globalThis as object as { axe: typeof axe }).axe;
    const { violations } = await run(document, { ...chosen, resultTypes: ["violations"], selectors: false });
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`);
  }, options);
}

const findWidth = () => currentPage().evaluate(() => document.documentElement.scrollWidth);

/** Both themes, on a phone and on a wide screen; and no width at which the page scrolls sideways. */
async function expectNoFault(state: string): Promise<void> {
  // Not a script of the page, whose policy allows only its own.
  if (!(await currentPage().evaluate(() => "axe" in globalThis))) await currentPage().evaluate(axe.source);
  for (const width of [320, 480, 768, 1024, 1440]) {
    await currentPage().setViewportSize({ width, height: 800 });
    expect([state, await findWidth()]).toEqual([state, width]);
    if (width > 320 && width < 1440) continue;
    for (const colorScheme of ["light", "dark"] as const) {
      await currentPage().emulateMedia({ colorScheme });
      const found = await findFaults(colorScheme === "light" ? {} : { runOnly: OF_THEME });
      expect([state, colorScheme, width, found]).toEqual([state, colorScheme, width, []]);
    }
  }
}

test("axe finds nothing in any state of the sign-in, and nothing is too wide", async () => {
  await expectNoFault("at first");
  await press("Mail me a code");
  await expectStatus("A code is on its way.");
  await expectNoFault("a code was sent");
  await enterCode("1");
  await expectStatus("This code did not work.");
  await expectNoFault("a wrong code");
  await enterCode();
  await expectStatus("Signed in.");
  await expectNoFault("signed in");
  await addPasskey();
  await signOut();
  await expectNoFault("signed out, with a passkey");
  await currentPage()
    .locator("details")
    .evaluateAll((list) => list.forEach((details) => details.setAttribute("open", "")));
  await expectNoFault("all of the wire");
});

test("axe finds nothing while the page waits for the device", async () => {
  await signInByCode();
  await currentDevice().setUserPresent(false);
  await press("Add a passkey");
  await expectStatus("Waiting for your device…");
  expect(await button("Add a passkey").getAttribute("aria-disabled")).toBe("true");
  await expectNoFault("waiting");
});

test("axe finds nothing where a key or the API is missing", async () => {
  await signInByCode();
  await currentPage().evaluate(() => indexedDB.deleteDatabase("keyval-store"));
  await currentPage().reload();
  await currentPage().getByText("its key is not in this browser").waitFor();
  await expectNoFault("without the session's key");
  emulator().fail("listAuthSessions", { status: 500 });
  await currentPage().reload();
  await expectStatus("The service could not be reached.");
  await expectNoFault("without the API");
});

test("one button is highlighted: the one to press next", async () => {
  const next = () => currentPage().locator("button.primary:visible").allInnerTexts();
  expect(await next()).toEqual(["Mail me a code"]);
  await press("Mail me a code");
  await expectStatus("A code is on its way.");
  expect(await next()).toEqual(["Sign in"]);
  await enterCode();
  await expectStatus("Signed in.");
  expect(await next()).toEqual(["Add a passkey"]);
  await addPasskey();
  await signOut();
  expect(await next()).toEqual(["Sign in with a passkey"]);
  // A code that was sent and not needed is forgotten.
  emulator().advance(30_000);
  await press("Mail me a code");
  await expectStatus("A code is on its way.");
  expect(await next()).toEqual(["Sign in"]);
  await signInByPasskey();
  await signOut();
  expect(await next()).toEqual(["Sign in with a passkey"]);
});

test("success and failure differ by more than their colour", async () => {
  const status = currentPage().getByRole("status");
  const mark = () => status.evaluate((element) => getComputedStyle(element, "::before").content);
  await press("Mail me a code");
  await expectStatus("A code is on its way.");
  expect(await mark()).toContain("✓");
  await press("Mail me a code");
  await expectStatus("The next one can be sent in");
  expect(await mark()).toContain("✕");
});
