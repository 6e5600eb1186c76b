import { expect, test } from "vitest";
import {
  addPasskey,
  button,
  currentDemo,
  currentPage,
  emulator,
  enterCode,
  expectStatus,
  items,
  lastCode,
  openPageForEachTest,
  passkeys,
  press,
  signInByCode,
  signInByPasskey,
  signOut,
} from "../open-page.ts";

openPageForEachTest();

test("a user signs in by code, adds a passkey, signs out and in with it, revokes the email credential", async () => {
  await signInByCode();
  expect(await items("Messages")).toEqual([expect.stringContaining(lastCode())]);
  await addPasskey();
  const credentials = await items("Credentials");
  expect(credentials.at(0)).toMatch(/^ada@example.com\s+code by mail/);
  expect(credentials.at(-1)).toMatch(/^Laptop\s+passkey/);
  await signOut();
  expect(emulator().sessions(currentDemo().account)).toEqual([]);

  await signInByPasskey();
  expect(
    await currentPage()
      .getByText(/^Signed in by Laptop, passkey, until/)
      .count(),
  ).toBe(1);
  expect(emulator().sessions(currentDemo().account)).toMatchObject([{ type: "PASSKEY" }]);

  await press("Revoke ada@example.com, code by mail");
  await expectStatus("Revoked: ada@example.com.");
  const left = emulator().credentials(currentDemo().account);
  expect(left.map(({ nickname }) => nickname)).not.toContain("ada@example.com");
  await signOut();
  await press("Mail me a code");
  await expectStatus("This account has no email address for a code. Sign in with a passkey.");
});

test("a second code has to wait, and the page says how long", async () => {
  await press("Mail me a code");
  await expectStatus("A code is on its way.");
  await press("Mail me a code");
  await expectStatus(/The next one can be sent in \d+ seconds/);
  expect(emulator().outbox).toHaveLength(1);
});

test("the code in the mail still works after a wrong code, and the page says so", async () => {
  await press("Mail me a code");
  await expectStatus("A code is on its way.");
  await enterCode("1");
  await expectStatus("This code did not work. Check it and try again, or ask for a new one.");
  await enterCode();
  await expectStatus("Signed in.");
  expect(await currentPage().getByLabel("Your code").inputValue()).toBe("");
});

test("the same sentence is true of a code that came too late", async () => {
  await press("Mail me a code");
  await expectStatus("A code is on its way.");
  emulator().advance(15 * 60_000);
  await enterCode();
  await expectStatus("This code did not work. Check it and try again, or ask for a new one.");
});

test("time passes until the session is over", async () => {
  await signInByCode();
  await press("Let 15 minutes pass");
  await expectStatus("15 minutes have passed.");
  expect(await button("Sign out").isVisible()).toBe(false);
  expect(await button("Mail me a code").isVisible()).toBe(true);
});

test("the last credential cannot be revoked, and the page says so", async () => {
  await signInByCode();
  while ((await items("Credentials")).length > 1) {
    const others = currentPage().getByRole("list", { name: "Credentials" }).getByRole("button");
    await others.last().click();
    await expectStatus("Revoked:");
  }
  await press("Revoke ada@example.com, code by mail");
  await expectStatus("The last credential of an account cannot be revoked.");
});

test("a passkey is registered once for a device", async () => {
  await signInByCode();
  await addPasskey();
  await press("Add a passkey");
  await expectStatus("This device has a passkey here already.");
});

test("on an IP address passkeys do not work, and the page says where they do", async () => {
  await currentPage().goto(currentDemo().url.replace("localhost", "127.0.0.1"));
  await signInByCode();
  await press("Add a passkey");
  await expectStatus("Passkeys work on localhost, not on an IP address.");
  expect(passkeys()).toEqual([]);
});
