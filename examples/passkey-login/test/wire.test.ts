import { expect, test } from "vitest";
import {
  addPasskey,
  currentDemo,
  currentPage,
  emulator,
  openPageForEachTest,
  signInByCode,
  signInByPasskey,
  signOut,
} from "./open-page.ts";

openPageForEachTest();

const MASK = "•••";

test("the page shows what the backend and the API send each other, without a secret", async () => {
  await signInByCode();
  await addPasskey();
  await signOut();
  await signInByPasskey();
  const wire = await currentPage().getByRole("complementary").innerText();
  expect(wire).toContain("device → backend: POST /api/passkey/register → 200");
  expect(wire).toContain("backend → API: POST /auth/credentials → 202");
  expect(wire).toContain("backend → API: POST /auth/credentials → 201");
  const { account } = currentDemo();
  expect(wire).toContain(`backend → API: GET /auth/sessions?accountId=${account} → 200`);
  expect(wire).not.toContain('"sent": {}');
  for (const shown of [
    `"type": "EMAIL_OTP"`,
    `"otp": "${MASK}"`,
    `"clientPublicKey": "04`,
    `"accountId": "${account.slice(0, 40)}`,
    `"nickname": "Laptop"`,
    `"attestationObject": "`,
    `"clientDataJson": "`,
    `"signature": "${MASK}"`,
    `"grid-wallet-signature": "${MASK}"`,
    `"encryptedSessionSigningKey": "${MASK}"`,
    `"payloadToSign": "{`,
  ])
    expect(wire).toContain(shown);

  const sent = JSON.stringify(emulator().requests.map(({ headers, body }) => [headers["grid-wallet-signature"], body]));
  const signatures = sent.match(/(?<="signature":")[\w-]+/g) ?? [];
  const stamps = sent.match(/eyJwdWJsaWNLZXki[\w-]+/g) ?? [];
  expect([signatures.length, stamps.length]).toEqual([1, 2]);
  for (const secret of [emulator().outbox[0]?.code ?? "-", ...signatures, ...stamps]) {
    expect(sent).toContain(secret);
    expect(wire).not.toContain(secret.slice(0, 40));
  }
  expect(await currentPage().content()).not.toContain("clientSecret");
});
