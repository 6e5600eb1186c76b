import { expect, test } from "vitest";
import {
  currentDemo,
  currentPage,
  emulator,
  expectStatus,
  isFocused,
  lastCode,
  openPageForEachTest,
  tabTo,
} from "../open-page.ts";

openPageForEachTest();

/** Goes there with only the Tab key, and presses a key. */
async function pressByKey(name: string | RegExp, key = "Enter"): Promise<void> {
  await tabTo(currentPage().getByRole("button", { name, exact: true }));
  await currentPage().keyboard.press(key);
}

async function typeCode(): Promise<void> {
  await tabTo(currentPage().getByLabel("Your code"));
  await currentPage().keyboard.type(lastCode());
  await currentPage().keyboard.press("Enter");
  await expectStatus("Signed in.");
}

test("the whole story by keyboard: codes, a passkey, a refresh, revocations, and the end of time", async () => {
  const { account } = currentDemo();
  const types = () =>
    emulator()
      .sessions(account)
      .map(({ type }) => type);
  await pressByKey("Mail me a code");
  await expectStatus("A code is on its way.");
  await typeCode();
  expect(await isFocused(currentPage().getByRole("heading", { name: "Your account" }))).toBe(true);
  await pressByKey("Add a passkey", "Space");
  await expectStatus("The passkey is registered.");
  await pressByKey("Sign out");
  await expectStatus("Signed out.");
  await pressByKey("Sign in with a passkey");
  await expectStatus("Signed in.");
  await pressByKey("Stay signed in", "Space");
  await expectStatus("Your session goes on");
  expect(types()).toEqual(["PASSKEY", "PASSKEY"]);

  await pressByKey(/^Revoke Laptop, passkey, until/);
  await expectStatus("Revoked: Laptop.");
  expect(types()).toEqual(["PASSKEY"]);
  await pressByKey("Revoke ada@example.com, code by mail");
  await expectStatus("Revoked: ada@example.com.");

  // What was done, opened by key.
  const summary = currentPage().locator("#wire > li").nth(2).locator("summary").first();
  await tabTo(summary);
  await currentPage().keyboard.press("Space");
  expect(await currentPage().getByText("signs with the session's key").first().isVisible()).toBe(true);

  await currentPage().locator("body").press("Shift+Tab");
  await pressByKey("Let 15 minutes pass");
  await expectStatus("15 minutes have passed.");
  expect(types()).toEqual([]);
  expect(await currentPage().getByRole("heading", { name: "Sign in" }).isVisible()).toBe(true);
});
