import { expect, test } from "vitest";
import {
  addPasskey,
  button,
  currentPage,
  emulator,
  expectStatus,
  isFocused,
  lastCode,
  openPageForEachTest,
  press,
  signInByCode,
  signInByPasskey,
  signOut,
  tabTo,
} from "../open-page.ts";

openPageForEachTest();

const revokeButtons = (list: string) => currentPage().getByRole("list", { name: list }).getByRole("button");
const title = (name: string) => currentPage().getByRole("heading", { name, exact: true });

async function pressKey(name: string | RegExp): Promise<void> {
  await button(name).focus();
  await currentPage().keyboard.press("Enter");
}

test("everything can be done by keyboard", async () => {
  const { keyboard } = currentPage();
  await button("Mail me a code").waitFor();
  await tabTo(button("Mail me a code"));
  await keyboard.press("Enter");
  await expectStatus("A code is on its way.");
  await tabTo(currentPage().getByLabel("Your code"));
  await keyboard.type(lastCode());
  await keyboard.press("Enter");
  await expectStatus("Signed in.");
  await tabTo(button("Add a passkey"));
  await keyboard.press("Space");
  await expectStatus("The passkey is registered.");
});

test("focus stays on a button that stays", async () => {
  await pressKey("Mail me a code");
  await expectStatus("A code is on its way.");
  expect(await isFocused(button("Mail me a code"))).toBe(true);
});

test("focus goes to the title of what is shown after signing in and out", async () => {
  await pressKey("Mail me a code");
  await expectStatus("A code is on its way.");
  await currentPage().getByLabel("Your code").fill(lastCode());
  await currentPage().keyboard.press("Enter");
  await expectStatus("Signed in.");
  expect(await isFocused(title("Your account"))).toBe(true);
  await addPasskey();
  await pressKey("Sign out");
  await expectStatus("Signed out.");
  expect(await isFocused(title("Sign in"))).toBe(true);
  await pressKey("Sign in with a passkey");
  await expectStatus("Signed in.");
  expect(await isFocused(title("Your account"))).toBe(true);
});

test("focus goes to the sign-in where a session has ended", async () => {
  await signInByCode();
  emulator().advance(15 * 60_000);
  await pressKey("Add a passkey");
  await expectStatus("Your session has ended.");
  expect(await isFocused(title("Sign in"))).toBe(true);
});

test("focus goes to the next item of a list when one is revoked, and stays when it is not", async () => {
  await signInByCode();
  await addPasskey();
  await pressKey("Revoke ada@example.com, code by mail");
  await expectStatus("This session cannot approve that.");
  expect(await isFocused(button("Revoke ada@example.com, code by mail"))).toBe(true);
  await signOut();
  await signInByPasskey();
  await pressKey("Revoke ada@example.com, code by mail");
  await expectStatus("Revoked: ada@example.com.");
  expect(await isFocused(revokeButtons("Credentials").first())).toBe(true);
});

test("focus goes to the item in the place of the revoked one, not to the last", async () => {
  for (const _ of ["first", "second", "third"]) {
    await currentPage().context().clearCookies();
    await currentPage().reload();
    await signInByCode();
    emulator().advance(30_000);
  }
  const buttons = revokeButtons("Sessions");
  expect(await buttons.count()).toBe(3);
  await buttons.first().focus();
  await currentPage().keyboard.press("Enter");
  await expectStatus("Revoked: ada@example.com.");
  expect(await buttons.count()).toBe(2);
  expect(await isFocused(buttons.first())).toBe(true);
});

test("focus goes to the new last item of a list when the last one is revoked", async () => {
  await signInByCode();
  await addPasskey();
  await pressKey("Revoke Laptop, passkey");
  await expectStatus("Revoked: Laptop.");
  expect(await isFocused(revokeButtons("Credentials").last())).toBe(true);
});

test("a user who revokes the own session is signed out, with focus on the title", async () => {
  await signInByCode();
  await pressKey(/^Revoke ada@example.com \(this one\), code by mail, until /);
  await expectStatus("Revoked: ada@example.com.");
  expect(await isFocused(title("Sign in"))).toBe(true);
});

test("a double click is one request, and the button keeps the focus meanwhile", async () => {
  let sent = 0;
  const { promise: isReleased, resolve: release } = Promise.withResolvers<void>();
  await currentPage().route("**/api/code/send", async (route) => {
    sent += 1;
    await isReleased;
    await route.continue();
  });
  await button("Mail me a code").dblclick();
  await currentPage().keyboard.press("Enter");
  expect(await button("Mail me a code").getAttribute("aria-disabled")).toBe("true");
  expect(await currentPage().getByRole("region", { name: "Sign in" }).getAttribute("aria-busy")).toBe("true");
  expect(await isFocused(button("Mail me a code"))).toBe(true);
  release();
  await expectStatus("A code is on its way.");
  expect(await button("Mail me a code").getAttribute("aria-disabled")).toBe("false");
  expect([sent, emulator().outbox.length]).toEqual([1, 1]);
  emulator().advance(30_000);
  await press("Mail me a code");
  await expect.poll(() => emulator().outbox.length).toBe(2);
});
