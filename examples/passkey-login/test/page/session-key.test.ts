import { addPasskeyDevice } from "@grid-sdk/test-browser";
import { expect, test } from "vitest";
import {
  addPasskey,
  button,
  currentDemo,
  currentPage,
  emulator,
  enterCode,
  expectStatus,
  openContext,
  openPageForEachTest,
  passkeys,
  press,
  readKept,
  signInByCode,
  signInByPasskey,
  signOut,
} from "../open-page.ts";

openPageForEachTest();

const KEY_MISSING = "Your session is open, but its key is not in this browser. Sign in again.";

async function expectSignInAgain(of = currentPage()): Promise<void> {
  await of.getByText(KEY_MISSING).waitFor();
  expect(await button("Mail me a code", of).isVisible()).toBe(true);
  expect(await button("Sign out", of).isVisible()).toBe(false);
}

test("no script can read the session's key", async () => {
  await signInByCode();
  expect(await readKept("session")).toMatchObject({ privateKey: { extractable: false } });
});

test("a change that the API refuses with 401 leaves the session's key: every other change still works", async () => {
  await signInByCode();
  await addPasskey();
  await signOut();
  await signInByPasskey();
  await press("Revoke Laptop, passkey");
  await expectStatus("This session cannot approve that. Sign in with another credential and try again.");
  const refused = emulator().requests.findLast(({ operationId }) => operationId === "revokeAuthCredential");
  expect(refused).toMatchObject({ status: 401 });
  expect(await readKept("session")).toBeDefined();

  const second = await currentPage().context().newPage();
  await addPasskeyDevice(second);
  await second.goto(currentDemo().url);
  await second.getByLabel("Name of this device").fill("Phone");
  await addPasskey(second);
  await press("Revoke ada@example.com, code by mail");
  await expectStatus("Revoked: ada@example.com.");
  expect(passkeys()).toEqual(["Laptop", "Phone"]);
  await signOut();
  expect(emulator().sessions(currentDemo().account)).toEqual([]);
});

test("the page deletes the key of a session that has ended", async () => {
  await signInByCode();
  emulator().advance(15 * 60_000);
  await press("Add a passkey");
  await expectStatus("Your session has ended. Sign in again.");
  expect(await button("Mail me a code").isVisible()).toBe(true);
  expect(await readKept("session")).toBeUndefined();
});

test("a user who signs out leaves no key", async () => {
  await signInByCode();
  await signOut();
  expect(await readKept("session")).toBeUndefined();
});

test("a second tab is the same session, and says when the first has ended it", async () => {
  await signInByCode();
  const second = await currentPage().context().newPage();
  await second.goto(currentDemo().url);
  await button("Sign out", second).waitFor();
  await signOut();
  await press("Add a passkey", second);
  await expectStatus("Your session has ended. Sign in again.", second);
});

test("a page that is loaded again goes on: with the code that was sent, and with the session's key", async () => {
  await press("Mail me a code");
  await expectStatus("A code is on its way.");
  await currentPage().reload();
  await enterCode();
  await expectStatus("Signed in.");
  await currentPage().reload();
  await addPasskey();
});

test("a browser that has lost its storage says so, and signs in again", async () => {
  await signInByCode();
  await currentPage().evaluate(
    () =>
      new Promise<void>((resolve) => {
        const opening = indexedDB.open("keyval-store");
        opening.addEventListener("success", () => {
          const change = opening.result.transaction("keyval", "readwrite");
          change.objectStore("keyval").clear();
          change.addEventListener("complete", () => resolve());
        });
      }),
  );
  await press(/^Revoke ada@example.com \(this one\)/);
  await expectStatus("The key of your session is not in this browser. Sign in again.");
  await expectSignInAgain();
  await currentPage().reload();
  await expectSignInAgain();
  emulator().advance(30_000);
  await signInByCode();
  expect(await currentPage().getByText(KEY_MISSING).isVisible()).toBe(false);
  await addPasskey();
});

test("another browser profile with the same cookie says that it has no key", async () => {
  await signInByCode();
  const other = await openContext();
  await other.addCookies(await currentPage().context().cookies());
  const page = await other.newPage();
  await page.goto(currentDemo().url);
  await expectSignInAgain(page);
  expect(await readKept("session", page)).toBeUndefined();
  await other.close();
});

test("the key of an earlier session does not count as the key of the open one", async () => {
  await signInByCode();
  // The backend opens a session whose key does not reach the browser.
  await currentPage().route("**/api/code/verify", async (route) => {
    const response = await route.fetch();
    const isOpen = "expiresAt" in (await response.json()) && emulator().sessions(currentDemo().account).length === 2;
    await (isOpen ? route.abort() : route.fulfill({ response }));
  });
  const { sessionId } = (await readKept("session")) ?? {};
  await currentPage().context().clearCookies();
  await currentPage().reload();
  emulator().advance(30_000);
  await press("Mail me a code");
  await expectStatus("A code is on its way.");
  await enterCode();
  await expectStatus("No response came. The change may have been made: check before you try again.");
  expect(emulator().sessions(currentDemo().account)).toHaveLength(2);
  expect(await readKept("session")).toMatchObject({ sessionId });
  await expectSignInAgain();
});
