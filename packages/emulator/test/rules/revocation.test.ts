import { describe, expect, test } from "vitest";
import { handleOperation } from "../../src/operations/handle-operation.ts";
import { addAccount } from "../../src/seed/add-account.ts";
import { nameAccount } from "../../src/seed/name-account.ts";
import { removeCredential } from "../../src/state/credentials.ts";
import { createEmulation } from "../support/create-emulation.ts";
import { demandChallenge, expectRefusal, newPublicKey, signedBy, startFlow } from "../support/start-flow.ts";

describe("keepLastCredential", () => {
  test("the last credential of an account is not revoked", async () => {
    await using flow = await startFlow();
    const call = flow.grid.revokeAuthCredential({ path: { id: flow.emailId } });
    await expectRefusal(call, 400, "INVALID_INPUT", /last credential/);
  });

  test("of two that are revoked at once, each by the other's session, one stays", async () => {
    await using flow = await startFlow();
    const email = await flow.signIn();
    const { id, authenticator } = await flow.addPasskey(email);
    const passkey = await flow.signInWith(id, authenticator);
    const { grid } = flow;
    const asked = [
      [id, await signedBy(email, demandChallenge(await grid.revokeAuthCredential({ path: { id } })))],
      [
        flow.emailId,
        await signedBy(passkey, demandChallenge(await grid.revokeAuthCredential({ path: { id: flow.emailId } }))),
      ],
    ] as const;
    const calls = asked.map(([credential, header]) => grid.revokeAuthCredential({ path: { id: credential }, header }));
    const results = await Promise.allSettled(calls);
    expect(results.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    expect(flow.emulator.credentials(flow.accountId)).toHaveLength(1);
  });
});

describe("a credential that is revoked", () => {
  test("is gone, with its sessions and its challenges; those of others stay", async () => {
    await using flow = await startFlow();
    const email = await flow.signIn();
    const { id, authenticator } = await flow.addPasskey(email);
    await flow.signInWith(id, authenticator);
    const { grid, emulator, accountId } = flow;
    const asked = demandChallenge(await grid.revokeAuthCredential({ path: { id } }));
    expect((await grid.revokeAuthCredential({ path: { id }, header: await signedBy(email, asked) })).status).toBe(204);
    expect(emulator.credentials(accountId).map((credential) => credential.id)).toEqual([flow.emailId]);
    expect(emulator.sessions(accountId).map((session) => session.id)).toEqual([email.id]);
    await expectRefusal(flow.signInWith(id, authenticator), 404, "REFERENCE_NOT_FOUND");
  });

  test("opens no session by a verification that is on its way", async () => {
    const emulation = createEmulation();
    const account = addAccount(emulation, nameAccount({ email: "ada@example.com" }));
    const [id = ""] = account.credentials.keys();
    const request = { method: "POST", path: "", pathParameters: { id }, query: {}, headers: {} };
    await handleOperation(emulation, { ...request, operationId: "challengeAuthCredential", body: undefined as never });
    const body = { type: "EMAIL_OTP", otp: "123456", clientPublicKey: await newPublicKey() } as const;
    const verifying = handleOperation(emulation, { ...request, operationId: "verifyAuthCredential", body });
    removeCredential(emulation.state, account, id);
    await expect(verifying).rejects.toMatchObject({ status: 404 });
    expect(emulation.state.sessions.size).toBe(0);
  });

  test("and a passkey's session does not come after it", async () => {
    await using flow = await startFlow();
    const email = await flow.signIn();
    const { id, authenticator } = await flow.addPasskey(email);
    const asked = demandChallenge(await flow.grid.revokeAuthCredential({ path: { id } }));
    const header = await signedBy(email, asked);
    const results = await Promise.allSettled([
      flow.signInWith(id, authenticator),
      flow.grid.revokeAuthCredential({ path: { id }, header }),
    ]);
    expect(results[1]?.status).toBe("fulfilled");
    expect(flow.emulator.sessions(flow.accountId).map((session) => session.id)).toEqual([email.id]);
  });
});
