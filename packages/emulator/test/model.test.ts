import { expect, test } from "vitest";
import { checkModel, CHALLENGE_MS, type Driver, SESSION_MS } from "./support/account-model.ts";
import { openSession, SITE, startFlow } from "./support/start-flow.ts";

test("no id works twice, no session outlives its credential, and no wallet loses its last credential", async () => {
  await using flow = await startFlow({ now: () => 0, sessionMs: SESSION_MS, challengeMs: CHALLENGE_MS });
  const { emulator, grid } = flow;

  const startDriver = (): Driver => {
    emulator.reset();
    const { id: accountId, credentials } = emulator.createAccount({ email: "ada@example.com" });
    const emailId = credentials[0]?.id ?? "";
    return {
      accountId,
      emailId,
      advance: emulator.advance,
      makePasskey: () => emulator.passkey(SITE),
      listCredentials: async () =>
        (await grid.listAuthCredentials({ query: { accountId } })).data.data.map(({ id }) => id),
      listSessions: async () => (await grid.listAuthSessions({ query: { accountId } })).data.data.map(({ id }) => id),
      async signInByMail(isRight) {
        await grid.challengeAuthCredential({ path: { id: emailId } });
        const code = emulator.outbox.at(-1)?.code ?? "";
        const otp = isRight ? code : `${code}0`;
        return openSession((clientPublicKey) =>
          grid.verifyAuthCredential({ path: { id: emailId }, body: { type: "EMAIL_OTP", otp, clientPublicKey } }),
        );
      },
      signInWith: flow.signInWith,
      addPasskey: (body, header) => grid.createAuthCredential({ body, ...(header && { header }) }),
      revokeCredential: (id, header) => grid.revokeAuthCredential({ path: { id }, ...(header && { header }) }),
      revokeSession: (id, header) => grid.revokeAuthSession({ path: { id }, ...(header && { header }) }),
    };
  };
  const outcomes = await checkModel(startDriver);
  expect(outcomes).toEqual(expect.arrayContaining(["in time 201", "in time 204", "late 401"]));
});
