import { generateSessionKey } from "@grid-sdk/device";
import fc from "fast-check";
import { expect, test } from "vitest";
import {
  change,
  CHALLENGE_MS,
  checkModel,
  command,
  type Driver,
  liveSessions,
  outcomes,
  pick,
  type Response,
  SESSION_MS,
  type Signed,
  waits,
} from "../../support/account-model.ts";
import { SITE } from "../../support/start-flow.ts";
import { demand, signedBy, startLatestFlow } from "../../support/start-latest-flow.ts";

interface LatestDriver extends Driver {
  refresh(id: string, clientPublicKey: string, signed: Signed): Promise<Response>;
}

/** Refreshes a session by its own key: the new session is of the same credential, and the old one stays open. */
const refresh = fc.tuple(fc.nat(), waits).map(([which, waitMs]) =>
  command<LatestDriver>(`refresh ${which}, ${waitMs}`, async (model, real) => {
    const [id = "", old] = pick(liveSessions(model), which) ?? [];
    if (!old) return;
    const key = await generateSessionKey();
    const result = await change(model, real, old, waitMs, (signed) => real.driver.refresh(id, key.publicKey, signed));
    if (result?.status !== 201) return;
    outcomes.set("refreshed", (outcomes.get("refreshed") ?? 0) + 1);
    const opened = result.data as { id: string };
    const session = { id: opened.id, key };
    model.sessions.set(opened.id, { session, by: old.by, endsAt: model.now + SESSION_MS });
  }),
);

test("no id works twice, no session outlives its credential, and a refresh needs its own session", async () => {
  await using flow = await startLatestFlow({ now: () => 0, sessionMs: SESSION_MS, challengeMs: CHALLENGE_MS });
  const { emulator, grid } = flow;

  const startDriver = (): LatestDriver => {
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
        const key = await generateSessionKey();
        const { bundle, code } = await flow.sendCode(emailId);
        const sealed = await flow.seal({ bundle, code: isRight ? code : `${code}0` }, key.publicKey);
        const asked = demand(await flow.verifySealed(sealed, undefined, emailId), 202);
        const opened = await flow.verifySealed(sealed, await signedBy(key, asked.data), emailId);
        return { id: demand(opened, 200).data.id, key };
      },
      signInWith: flow.signInWith,
      addPasskey: (body, header) => grid.createAuthCredential({ body, ...(header && { header }) }),
      revokeCredential: (id, header) => grid.revokeAuthCredential({ path: { id }, ...(header && { header }) }),
      revokeSession: (id, header) => grid.revokeAuthSession({ path: { id }, ...(header && { header }) }),
      refresh: (id, clientPublicKey, header) =>
        grid.refreshAuthSession({ path: { id }, body: { clientPublicKey }, ...(header && { header }) }),
    };
  };
  const reached = await checkModel(startDriver, [refresh, refresh]);
  expect(reached).toEqual(expect.arrayContaining(["refreshed", "in time 204", "late 401"]));
});
