import { describe, expectTypeOf, test } from "vitest";
import type * as Standard from "../src/index.ts";
import { type AuthSession, createGridClient, type DelegatedKey, type GridClient, signedRetry } from "../src/latest.ts";

const grid = createGridClient();
const path = { id: "AuthMethod:1" };
declare const standard: Standard.GridClient;

describe("the line latest", () => {
  test("refreshes a session, which responds 202 or 201", async () => {
    const refreshed = await grid.refreshAuthSession({ path, body: { clientPublicKey: "02" } });
    if (refreshed.status === 202) expectTypeOf(refreshed.data.payloadToSign).toEqualTypeOf<string>();
    else expectTypeOf(refreshed.data).toEqualTypeOf<AuthSession>();
    // @ts-expect-error the key is required
    void grid.refreshAuthSession({ path, body: {} });
  });

  test("creates, lists, gets and revokes delegated keys", async () => {
    const body = { cardId: "Card:1", internalAccountId: "InternalAccount:1", nickname: "Card" };
    const created = await grid.createDelegatedKey({ body });
    if (created.status === 201) expectTypeOf(created.data.publicKey).toEqualTypeOf<string>();
    expectTypeOf((await grid.listDelegatedKeys({ query: { accountId: "InternalAccount:1" } })).data.data).toBeArray();
    expectTypeOf((await grid.getDelegatedKeyById({ path })).status).toEqualTypeOf<200>();
    expectTypeOf((await grid.revokeDelegatedKey({ path })).status).toEqualTypeOf<204>();
  });

  test("signs operations with one and with two signatures, and never resolves to a 202", async () => {
    const sign = () => "signature";
    const body = { cardId: "Card:1", internalAccountId: "InternalAccount:1", nickname: "Card" };
    const create = (signed: object) => grid.createDelegatedKey({ body, ...signed });
    const created = await signedRetry(create, sign, { signatures: 2 });
    expectTypeOf(created.status).toEqualTypeOf<201>();
    expectTypeOf(created.data).toEqualTypeOf<DelegatedKey>();
    const verified = await signedRetry(
      (signed) => grid.verifyAuthCredential({ path, body: { type: "SMS_OTP", encryptedOtpBundle: "{}" }, ...signed }),
      sign,
    );
    expectTypeOf(verified.status).toEqualTypeOf<200>();
    expectTypeOf(verified.data).toEqualTypeOf<AuthSession>();
    void signedRetry(create, sign, { signatures: undefined });
    // @ts-expect-error no operation needs three
    void signedRetry(create, sign, { signatures: 3 });
    // @ts-expect-error the count is in an object
    void signedRetry(create, sign, 2);
  });

  test("verifies a sealed code, which responds 202 or 200, and has no plain one", async () => {
    const verified = await grid.verifyAuthCredential({ path, body: { type: "EMAIL_OTP", encryptedOtpBundle: "{}" } });
    if (verified.status === 202) expectTypeOf(verified.data.payloadToSign).toEqualTypeOf<string>();
    else expectTypeOf(verified.data).toEqualTypeOf<AuthSession>();
    // @ts-expect-error a plain code is of the line 2026-04-23
    void grid.verifyAuthCredential({ path, body: { type: "EMAIL_OTP", otp: "1", clientPublicKey: "04" } });
  });

  test("challenges with a key, and narrows the response", async () => {
    const { data } = await grid.challengeAuthCredential({ path, body: { clientPublicKey: "02" } });
    if (data.type === "PASSKEY") expectTypeOf(data.challenge).toEqualTypeOf<string>();
    else expectTypeOf(data.otpEncryptionTargetBundle).toEqualTypeOf<string | undefined>();
  });
});

describe("the default line", () => {
  test("has none of these", () => {
    // @ts-expect-error sessions are refreshed in the line latest
    void standard.refreshAuthSession;
    // @ts-expect-error delegated keys are in the line latest
    void standard.createDelegatedKey;
    // @ts-expect-error a code is not sealed
    void standard.verifyAuthCredential({ path, body: { type: "EMAIL_OTP", encryptedOtpBundle: "{}" } });
    // @ts-expect-error a challenge has no body
    void standard.challengeAuthCredential({ path, body: { clientPublicKey: "02" } });
    // @ts-expect-error one line's client is not another's
    const other: GridClient = standard;
    void other;
  });
});
