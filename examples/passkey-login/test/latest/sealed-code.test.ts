import type { GridEmulator } from "@grid-sdk/emulator/latest";
import { expect, test } from "vitest";
import {
  currentDemo,
  currentPage,
  emulator,
  enterCode,
  expectStatus,
  items,
  openPageForEachTest,
  press,
  readKept,
  signInByCode,
} from "../open-page.ts";

openPageForEachTest();

const lastText = () => (emulator() as object as GridEmulator).texts.at(-1)?.code ?? "";
const verifications = () => emulator().requests.filter(({ operationId }) => operationId === "verifyAuthCredential");

test("a code by SMS signs in as a code by mail does", async () => {
  await press("Text me a code");
  await expectStatus("A code is on its way.");
  expect(await items("Messages")).toEqual([
    expect.stringMatching(new RegExp(`${lastText()}\\s+SMS to \\+12025550142`)),
  ]);
  await enterCode(lastText());
  await expectStatus("Signed in.");
  expect(await currentPage().getByText("Signed in by +12025550142, code by SMS, until").count()).toBe(1);
  expect(emulator().sessions(currentDemo().account)).toMatchObject([{ type: "SMS_OTP" }]);
});

test("of two codes, the one that was asked for last is the one to type in", async () => {
  await press("Mail me a code");
  await expectStatus("A code is on its way.");
  const mailed = emulator().outbox.at(-1)?.code ?? "";
  await press("Text me a code");
  await expectStatus("A code is on its way.");
  await enterCode(mailed);
  await expectStatus("This code did not work.");
  await enterCode(lastText());
  await expectStatus("Signed in.");
});

test("the code never leaves the device in the clear, and its key never leaves it at all", async () => {
  await signInByCode();
  const [asked, signed] = verifications().map(({ body }) => body as Record<string, unknown>);
  expect(Object.keys(asked ?? {})).toEqual(["type", "encryptedOtpBundle"]);
  // The same seal, not a new one.
  expect(signed).toEqual(asked);
  expect(verifications().map(({ status }) => status)).toEqual([202, 200]);
  expect(JSON.stringify(asked)).not.toContain(emulator().outbox[0]?.code);
  expect(await readKept("session")).toMatchObject({ privateKey: { extractable: false } });
  // Typed in, and of no more use.
  expect(await readKept("code")).toBeUndefined();
});

test("a code is not sealed for a target that somebody else signed", async () => {
  await currentPage().route("**/api/code/send", async (route) => {
    const response = await route.fetch();
    const sent = await response.json();
    const bundle = JSON.parse(sent.otpEncryptionTargetBundle);
    const forged = { ...bundle, data: bundle.data.replace(/..$/, "00") };
    await route.fulfill({ response, json: { ...sent, otpEncryptionTargetBundle: JSON.stringify(forged) } });
  });
  await press("Mail me a code");
  await expectStatus("A code is on its way.");
  await enterCode();
  await expectStatus("This page could not check who would read your code. Ask for a new code.");
  expect(verifications()).toEqual([]);
});

test("after too many wrong codes the page says to ask for a new one, which works", async () => {
  await press("Mail me a code");
  await expectStatus("A code is on its way.");
  for (const code of ["1", "2", "3"]) {
    await enterCode(code);
    await expectStatus("This code did not work.");
  }
  await enterCode();
  await expectStatus("Too many attempts. Ask for a new code.");
  emulator().advance(30_000);
  await signInByCode();
});

test("without a code that was asked for, the page says so", async () => {
  await enterCode("123456");
  await expectStatus("Ask for a code first.");
  expect(verifications()).toEqual([]);
});
