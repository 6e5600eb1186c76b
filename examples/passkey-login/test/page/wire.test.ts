import { expect, inject, test } from "vitest";
import {
  addPasskey,
  currentDemo,
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

const MASK = "•••";

/** The actions that are listed, latest first. */
const actions = () => currentPage().locator("#wire > li > details");
const wire = () => currentPage().getByRole("complementary", { name: "Over the wire" });

/** The steps of the latest action, as rows of text. */
async function steps(): Promise<string[]> {
  const rows = await actions().first().getByRole("listitem").allInnerTexts();
  return rows.map((row) => row.replaceAll(/\s+/g, " ").trim());
}

test("the latest action comes first and is open, with what this device does between its requests", async () => {
  await signInByCode();
  await addPasskey();
  const of = currentDemo().account.slice(-4);
  const sessions = `backend → API GET /auth/sessions?accountId=…${of} 200`;
  expect(await steps()).toEqual([
    "page → backend POST /api/passkey/invite 200",
    sessions,
    "this device makes a passkey done",
    "page → backend POST /api/passkey/register 200",
    sessions,
    "backend → API POST /auth/credentials 202",
    "this device signs with the session's key done",
    "page → backend POST /api/passkey/register 200",
    sessions,
    "backend → API POST /auth/credentials 201",
  ]);
  expect(await actions().locator("> summary").allInnerTexts()).toEqual(["Add a passkey", "Sign in", "Mail me a code"]);
  expect(await actions().evaluateAll((list) => list.map((details) => details.hasAttribute("open")))).toEqual([
    true,
    false,
    false,
  ]);
});

test("a step that failed is listed as such, and one without a response", async () => {
  await press("Mail me a code");
  await expectStatus("A code is on its way.");
  await enterCode("1");
  await expectStatus("This code did not work.");
  expect((await steps()).at(-1)).toMatch(/^backend → API POST \/auth\/credentials\/AuthMethod:….{4}\/verify 401$/);
  await currentPage().route("**/api/code/send", (route) => route.abort());
  await press("Mail me a code");
  await expectStatus("No response came.");
  expect(await steps()).toEqual(["page → backend POST /api/code/send no response"]);
});

test("what the backend and the API send each other is folded, and has no secret", async () => {
  await signInByCode();
  await addPasskey();
  await signOut();
  await signInByPasskey();
  expect(await wire().innerText()).not.toContain(`"nickname": "Laptop"`);
  await wire()
    .locator("details")
    .evaluateAll((list) => list.forEach((details) => details.setAttribute("open", "")));
  const text = await wire().innerText();
  expect(text).not.toContain('"sent": {}');
  const ofLine =
    inject("line") === "latest"
      ? [`"encryptedOtpBundle": "${MASK}"`, `"payloadToSign": "${MASK}"`, `"clientPublicKey": "0`]
      : [`"otp": "${MASK}"`, `"clientPublicKey": "04`, `"encryptedSessionSigningKey": "${MASK}"`];
  for (const shown of [
    `"type": "EMAIL_OTP"`,
    `"accountId": "${currentDemo().account.slice(0, 40)}`,
    `"nickname": "Laptop"`,
    `"attestationObject": "`,
    `"clientDataJson": "`,
    `"signature": "${MASK}"`,
    `"grid-wallet-signature": "${MASK}"`,
    `"payloadToSign": "{`,
    ...ofLine,
  ])
    expect(text).toContain(shown);

  const sent = JSON.stringify(emulator().requests.map(({ headers, body }) => [headers["grid-wallet-signature"], body]));
  const signatures = sent.match(/(?<="signature":")[\w-]+/g) ?? [];
  const stamps = sent.match(/eyJwdWJsaWNLZXki[\w-]+/g) ?? [];
  expect(signatures).toHaveLength(1);
  expect(stamps.length).toBeGreaterThanOrEqual(2);
  for (const secret of [...signatures, ...stamps]) expect(text).not.toContain(secret.slice(0, 40));
  expect(text).not.toContain(emulator().outbox[0]?.code);
  expect(await currentPage().content()).not.toContain("clientSecret");
});
