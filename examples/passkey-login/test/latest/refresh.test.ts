import { expect, test } from "vitest";
import {
  addPasskey,
  currentDemo,
  currentPage,
  emulator,
  expectStatus,
  openPageForEachTest,
  press,
  readKept,
  signInByCode,
  signInByPasskey,
  signOut,
} from "../open-page.ts";

openPageForEachTest();

const TEN_MINUTES = 10 * 60_000;
const refreshes = () => emulator().requests.filter(({ operationId }) => String(operationId) === "refreshAuthSession");

async function refresh(): Promise<void> {
  await press("Stay signed in");
  await expectStatus("Your session goes on, with a new key.");
}

test("a session that is refreshed outlives the first one, and its new key approves changes", async () => {
  await signInByCode();
  const first = await readKept("session");
  emulator().advance(TEN_MINUTES);
  await refresh();
  const second = await readKept("session");
  expect(second?.sessionId).not.toBe(first?.sessionId);
  expect(second).toMatchObject({ privateKey: { extractable: false } });
  emulator().advance(TEN_MINUTES);
  expect(emulator().sessions(currentDemo().account)).toMatchObject([{ id: second?.sessionId }]);
  await addPasskey();
  await signOut();
  expect(emulator().sessions(currentDemo().account)).toEqual([]);
});

test("both requests have the same key, and the session in the path signs the second", async () => {
  await signInByCode();
  const { sessionId } = (await readKept("session")) ?? {};
  await refresh();
  const [asked, signed] = refreshes();
  expect(refreshes().map(({ status }) => status)).toEqual([202, 201]);
  expect(asked?.path).toContain(encodeURIComponent(sessionId ?? "-"));
  expect(asked?.body).toEqual({ clientPublicKey: expect.stringMatching(/^0[23][0-9a-f]{64}$/) });
  expect(signed?.body).toEqual(asked?.body);
});

test("the session of a passkey is refreshed as well", async () => {
  await signInByCode();
  await addPasskey();
  await signOut();
  await signInByPasskey();
  await refresh();
  expect(emulator().sessions(currentDemo().account)).toMatchObject([{ type: "PASSKEY" }, { type: "PASSKEY" }]);
});

test("a session that has ended cannot be refreshed, and the page says so", async () => {
  await signInByCode();
  emulator().advance(2 * TEN_MINUTES);
  await press("Stay signed in");
  await expectStatus("Your session has ended. Sign in again.");
  expect(refreshes()).toEqual([]);
});

test("a refresh that the API refuses leaves the session and its key as they are", async () => {
  await signInByCode();
  const kept = await readKept("session");
  emulator().fail("refreshAuthSession" as never, { status: 500 } as never);
  await press("Stay signed in");
  await expectStatus("The service could not be reached.");
  expect(await readKept("session")).toEqual(kept);
  await addPasskey();
});

test("if the API's response is lost, the open session continues", async () => {
  await signInByCode();
  const when = ({ headers }: { headers: Readonly<Record<string, string>> }) => "grid-wallet-signature" in headers;
  emulator().fail("refreshAuthSession" as never, { networkError: "reset", when } as never);
  await press("Stay signed in");
  await expectStatus("The change may have been made: check the lists.");
  expect(emulator().sessions(currentDemo().account)).toHaveLength(2);
  await addPasskey();
});

test("if the response with the new session is lost, the page asks to sign in again", async () => {
  await signInByCode();
  await currentPage().route("**/api/session/refresh", async (route) => {
    const response = await route.fetch();
    await ("id" in (await response.json()) ? route.abort() : route.fulfill({ response }));
  });
  await press("Stay signed in");
  await expectStatus("No response came.");
  await currentPage().getByText("Your session is open, but its key is not in this browser.").waitFor();
});
