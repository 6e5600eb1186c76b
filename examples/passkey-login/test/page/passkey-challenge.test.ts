import { expect, test } from "vitest";
import {
  addPasskey,
  button,
  currentDevice,
  currentPage,
  emulator,
  expectStatus,
  openPageForEachTest,
  passkeys,
  press,
  readKept,
  signInByCode,
  signInByPasskey,
  signOut,
} from "../open-page.ts";

openPageForEachTest();

const challenges = () => emulator().requests.filter(({ path }) => path.endsWith("/challenge")).length;

test("the challenge is there before the tap, and serves one", async () => {
  await signInByCode();
  await addPasskey();
  await signOut();
  const before = challenges();
  await signInByPasskey();
  expect(challenges()).toBe(before);
  await signOut();
  expect(challenges()).toBe(before + 1);
});

test("after time has passed, the passkey signs in at the first try", async () => {
  await signInByCode();
  await addPasskey();
  await signOut();
  await press("Let 15 minutes pass");
  await expectStatus("15 minutes have passed.");
  await signInByPasskey();
  await press("Let 15 minutes pass");
  await expectStatus("15 minutes have passed.");
  await signInByPasskey();
});

test("a challenge that expired without the page knowing is replaced: the second try works", async () => {
  await signInByCode();
  await addPasskey();
  await signOut();
  emulator().advance(15 * 60_000);
  await press("Sign in with a passkey");
  await expectStatus("The passkey was not accepted. Its challenge may have expired. Try again.");
  await signInByPasskey();
});

test("times are those of the browser's clock, however far the API's clock is from it", async () => {
  await currentPage().clock.setFixedTime(new Date(2020, 0, 1, 10, 0, 30));
  await signInByCode();
  const session = currentPage().getByText(/^Signed in by/);
  expect(await session.innerText()).toMatch(/until 10:15/);
  await press("Let 15 minutes pass");
  await expectStatus("15 minutes have passed.");
  expect(await currentPage().getByRole("list", { name: "Messages" }).innerText()).toMatch(/ 9:45/);
  await signInByCode();
  expect(await session.innerText()).toMatch(/until 10:15/);
});

test("a browser whose clock is ahead uses the challenge that it has", async () => {
  await currentPage().clock.setFixedTime(new Date(2100, 0, 1));
  await signInByCode();
  await addPasskey();
  await signOut();
  const before = challenges();
  await signInByPasskey();
  expect(challenges()).toBe(before);
});

test("a passkey that the user does not confirm changes nothing, and can be tried again", async () => {
  await signInByCode();
  await currentDevice().setUserVerified(false);
  await press("Add a passkey");
  await expectStatus("That was not completed.");
  expect(passkeys()).toEqual([]);
  await currentDevice().setUserVerified(true);
  await addPasskey();
  await signOut();
  await currentDevice().setUserVerified(false);
  await press("Sign in with a passkey");
  await expectStatus("That was not completed.");
  await currentDevice().setUserVerified(true);
  await signInByPasskey();
});

test("an API that fails does not make the browser forget its passkey", async () => {
  await signInByCode();
  await addPasskey();
  emulator().fail("challengeAuthCredential", [{ status: 500 }, { status: 500 }, { status: 500 }]);
  await signOut();
  await press("Sign in with a passkey");
  await expectStatus("The service could not be reached.");
  await signInByPasskey();
});

test("a passkey that was revoked is forgotten", async () => {
  await signInByCode();
  await addPasskey();
  await press("Revoke Laptop, passkey");
  await expectStatus("Revoked: Laptop.");
  await signOut();
  expect(await button("Sign in with a passkey").isVisible()).toBe(false);
  expect(await readKept("passkey")).toBeUndefined();
});
