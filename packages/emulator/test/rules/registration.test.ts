import { describe, expect, test } from "vitest";
import {
  demandChallenge,
  expectRefusal,
  openSession,
  registration,
  signedBy,
  SITE,
  startFlow,
} from "../support/start-flow.ts";

describe("needsSignature", () => {
  test("the first credential of a wallet is registered at once, each further one when it is signed", async () => {
    await using flow = await startFlow();
    const { id: accountId } = flow.emulator.createAccount({ email: "bob@example.com", credentials: [] });
    const first = await flow.grid.createAuthCredential({ body: { type: "EMAIL_OTP", accountId } });
    expect(first.status).toBe(201);
    const oidcToken = flow.emulator.oidcToken({ sub: "bob" });
    const second = await flow.grid.createAuthCredential({ body: { type: "OAUTH", accountId, oidcToken } });
    expect(second.status).toBe(202);
    expect(flow.emulator.credentials(accountId)).toHaveLength(1);
  });

  test("a code is mailed when the credential is registered, to the account's address", async () => {
    await using flow = await startFlow();
    const { id: accountId } = flow.emulator.createAccount({ email: "bob@example.com", credentials: [] });
    expect(flow.emulator.outbox).toEqual([]);
    const { data } = await flow.grid.createAuthCredential({ body: { type: "EMAIL_OTP", accountId } });
    expect(flow.emulator.outbox).toMatchObject([{ to: "bob@example.com" }]);
    expect(data).toMatchObject({ nickname: "bob@example.com" });
  });
});

describe("refuseSecondOtp", () => {
  test("it is refused before a signature is asked for", async () => {
    await using flow = await startFlow();
    const body = { type: "EMAIL_OTP", accountId: flow.accountId } as const;
    await expectRefusal(flow.grid.createAuthCredential({ body }), 400, "EMAIL_OTP_CREDENTIAL_ALREADY_EXISTS");
  });

  test("of two that wait for a signature one is registered", async () => {
    await using flow = await startFlow();
    const { grid, emulator } = flow;
    const { id: accountId, credentials } = emulator.createAccount({
      email: "bob@example.com",
      credentials: [{ type: "OAUTH", sub: "bob" }],
    });
    const session = await openSession((clientPublicKey) =>
      grid.verifyAuthCredential({
        path: { id: credentials[0]?.id ?? "" },
        body: { type: "OAUTH", oidcToken: emulator.oidcToken({ sub: "bob" }), clientPublicKey },
      }),
    );
    const body = { type: "EMAIL_OTP", accountId } as const;
    const asked = [await grid.createAuthCredential({ body }), await grid.createAuthCredential({ body })];
    const [first, second] = await Promise.all(asked.map((result) => signedBy(session, demandChallenge(result))));
    expect((await grid.createAuthCredential({ body, header: first })).status).toBe(201);
    const again = grid.createAuthCredential({ body, header: second });
    await expectRefusal(again, 400, "EMAIL_OTP_CREDENTIAL_ALREADY_EXISTS");
  });
});

describe("refuseSecondPasskey", () => {
  test("a passkey is registered once in a wallet, and may be in another's; a second one is welcome", async () => {
    await using flow = await startFlow();
    const session = await flow.signIn();
    const { authenticator } = await flow.addPasskey(session);
    const again = registration(flow.accountId, authenticator, "YW5vdGhlci1jaGFsbGVuZ2U");
    await expectRefusal(flow.grid.createAuthCredential({ body: again }), 400, "PASSKEY_CREDENTIAL_ALREADY_EXISTS");
    const { id: accountId } = flow.emulator.createAccount({ email: "bob@example.com", credentials: [] });
    expect((await flow.grid.createAuthCredential({ body: { ...again, accountId } })).status).toBe(201);
    const other = registration(flow.accountId, flow.emulator.passkey(SITE), "dGhpcmQtY2hhbGxlbmdl");
    expect((await flow.grid.createAuthCredential({ body: other })).status).toBe(202);
  });
});

describe("refuseSecondIdentity", () => {
  test("an identity is registered once in a wallet; another one is welcome", async () => {
    await using flow = await startFlow();
    const { id: accountId } = flow.emulator.createAccount({
      email: "bob@example.com",
      credentials: [{ type: "OAUTH", sub: "bob" }],
    });
    const create = (sub: string) =>
      flow.grid.createAuthCredential({
        body: { type: "OAUTH", accountId, oidcToken: flow.emulator.oidcToken({ sub }) },
      });
    await expectRefusal(create("bob"), 400, "INVALID_INPUT", /already registered/);
    demandChallenge(await create("bob-2"));
  });
});

describe("refuseUsedChallenge", () => {
  test("another spelling of the same bytes is the same challenge", async () => {
    await using flow = await startFlow();
    await flow.addPasskey(await flow.signIn(), "YWI");
    for (const spelling of ["YWI", "YWI=", "YWJ"]) {
      const body = { ...registration(flow.accountId, flow.emulator.passkey(SITE), "YWI"), challenge: spelling };
      await expectRefusal(flow.grid.createAuthCredential({ body }), 400, "INVALID_INPUT", /used to register a passkey/);
    }
  });

  test("a challenge registers one passkey of a wallet", async () => {
    await using flow = await startFlow();
    await flow.addPasskey(await flow.signIn());
    const body = registration(flow.accountId, flow.emulator.passkey(SITE));
    await expectRefusal(flow.grid.createAuthCredential({ body }), 400, "INVALID_INPUT", /used to register a passkey/);
  });
});
