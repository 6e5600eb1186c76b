import { expect, test, vi } from "vitest";
import {
  addPasskey,
  button,
  currentPage,
  emulator,
  enterCode,
  expectStatus,
  openPageForEachTest,
  passkeys,
  press,
  signInByCode,
  signInByPasskey,
  signOut,
} from "../open-page.ts";

openPageForEachTest();

test("a page whose backend is down says so, and tries again", async () => {
  await currentPage().route("**/api/state", (route) => route.abort());
  await currentPage().reload();
  await expectStatus("This page's backend does not respond.");
  expect(await button("Mail me a code").isVisible()).toBe(false);
  await press("Try again");
  await expectStatus("This page's backend does not respond.");
  await currentPage().unroute("**/api/state");
  await button("Try again").focus();
  await currentPage().keyboard.press("Enter");
  await button("Mail me a code").waitFor();
  expect(await button("Try again").isVisible()).toBe(false);
  expect(await currentPage().getByRole("status").innerText()).toBe("");
  expect(await currentPage().evaluate(() => document.activeElement?.textContent)).toBe("Sign in");
});

test("a page whose backend sends no JSON says so", async () => {
  await currentPage().route("**/api/state", (route) => route.fulfill({ status: 502, body: "<html>" }));
  await currentPage().reload();
  await expectStatus("This page's backend does not respond.");
});

test("a page whose API fails says so, and tries again", async () => {
  emulator().fail("listAuthSessions", { status: 500 });
  await currentPage().reload();
  await expectStatus("The service could not be reached. Try again.");
  await press("Try again");
  await button("Mail me a code").waitFor();
});

test("the page says what was done, even if it cannot refresh", async () => {
  emulator().fail("listAuthSessions", { status: 500 });
  await press("Mail me a code");
  await expectStatus("A code is on its way. The service could not be reached. Try again.");
  await press("Try again");
  await enterCode();
  await expectStatus("Signed in.");
});

test("wrong API credentials are not reported as a wrong code, and are logged", async () => {
  const log = vi.spyOn(console, "error").mockReturnValue();
  await press("Mail me a code");
  await expectStatus("A code is on its way.");
  emulator().fail("listAuthCredentials", { status: 401, code: "UNAUTHORIZED" });
  await enterCode();
  await expectStatus("This backend could not use the service. The cause is in its log.");
  expect(log).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ status: 401 }));
  log.mockRestore();
});

test("after a lost response, the page finds the registered passkey, which signs in", async () => {
  await signInByCode();
  const when = ({ headers }: { headers: Readonly<Record<string, string>> }) => "grid-wallet-signature" in headers;
  emulator().fail("createAuthCredential", { networkError: "reset", when });
  await addPasskey();
  expect(passkeys()).toHaveLength(1);
  await signOut();
  await signInByPasskey();
});

test("a lost response is not called a failure if the page cannot check", async () => {
  emulator().fail("verifyAuthCredential", { networkError: "reset" });
  await press("Mail me a code");
  await expectStatus("A code is on its way.");
  await enterCode();
  await expectStatus("The change may have been made: check the lists.");
  emulator().advance(30_000);
  await signInByCode();
});
