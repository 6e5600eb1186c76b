import { type GridEmulator, startGridEmulator } from "@grid-sdk/emulator/latest";
import { afterEach, expect, test, vi } from "vitest";
import { startDemo } from "../../server/start.ts";
import { enterCode, expectStatus, openContext, openPageForEachTest, press } from "../open-page.ts";

openPageForEachTest();
afterEach(() => vi.unstubAllEnvs());

/** The page of a demo on an API that it did not start itself, and the code that was sent by it. */
async function openOn(api: GridEmulator, otpSigner: string | undefined) {
  vi.stubEnv("GRID_BASE_URL", api.url);
  vi.stubEnv("GRID_CLIENT_ID", "id");
  vi.stubEnv("GRID_CLIENT_SECRET", "secret");
  vi.stubEnv("GRID_ACCOUNT_ID", api.accounts[0]?.id);
  vi.stubEnv("GRID_OTP_SIGNER", otpSigner);
  const demo = await startDemo(0, "latest");
  const page = await (await openContext()).newPage();
  await page.goto(demo.url);
  await press("Mail me a code", page);
  await expectStatus("A code is on its way.", page);
  await enterCode(api.outbox.at(-1)?.code, page);
  const close = async () => {
    await page.context().close();
    await demo.close();
  };
  return { page, [Symbol.asyncDispose]: close };
}

const startApi = () => startGridEmulator({ seed: { accounts: [{ email: "bob@example.com" }] } });

test("a page that is built for another API's signer signs in", async () => {
  await using api = await startApi();
  await using opened = await openOn(api, api.otpSigner);
  await expectStatus("Signed in.", opened.page);
  expect(await opened.page.getByRole("region", { name: "Only in this demo" }).isVisible()).toBe(false);
});

test("a page that is built for production seals no code for another API", async () => {
  await using api = await startApi();
  await using opened = await openOn(api, undefined);
  await expectStatus("This page could not check who would read your code.", opened.page);
  expect(api.requests.filter(({ operationId }) => operationId === "verifyAuthCredential")).toEqual([]);
});
