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
} from "../open-page.ts";

openPageForEachTest();

const bodies = (operationId: string) =>
  emulator().requests.flatMap((request) => (request.operationId === operationId ? [request.body] : []));

test("a passkey's challenge names the device's key, and the verification has no key", async () => {
  await signInByCode();
  await addPasskey();
  await signOut();
  await signInByPasskey();
  expect(bodies("challengeAuthCredential").at(-1)).toEqual({
    clientPublicKey: expect.stringMatching(/^0[23][0-9a-f]{64}$/),
  });
  expect(Object.keys(bodies("verifyAuthCredential").at(-1) ?? {})).toEqual(["type", "assertion"]);
});

test("the browser is asked for the very passkey that the API knows", async () => {
  await signInByCode();
  await addPasskey();
  const challenged = currentPage().waitForResponse("**/api/passkey/challenge");
  await signOut();
  const { passkey } = await (await challenged).json();
  const registered = emulator().credentials(currentDemo().account).at(-1);
  expect(passkey).toEqual({
    id: (registered as object as { credentialId: string }).credentialId,
    transports: ["internal"],
  });
});
