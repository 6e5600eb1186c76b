import { describe, expect, test, vi } from "vitest";
import {
  createGridClient,
  GridResponseError,
  signedRetry,
  type SignedInput,
  type SignedRetryOptions,
} from "../src/index.ts";
import { createGridClient as createLatestClient } from "../src/latest.ts";
import { catchError } from "./support/catch-error.ts";
import { accountId, credentialId, credentials } from "./support/example-ids.ts";
import { reset, respond, respondJson, serveScript } from "./support/scripted-server.ts";

const server = await serveScript();
const grid = createGridClient({ ...credentials, baseUrl: server.url, retryUnsafe: true, maxRetryDelayMs: 1 });

const challenge = (expiresInMs = 60_000) => ({
  type: "EMAIL_OTP",
  payloadToSign: '{"sign":"exactly this"}',
  requestId: "r-1",
  expiresAt: new Date(Date.now() + expiresInMs).toISOString(),
});
const signatureRequired = (expiresInMs?: number) => respondJson(202, challenge(expiresInMs));
const done = respond(204, "", { "Content-Length": undefined });
const path = { id: credentialId };
const revoke = (sign: (payload: string) => string | Promise<string>, options?: SignedRetryOptions) =>
  signedRetry((signed) => grid.revokeAuthCredential({ path, ...signed }), sign, options);

describe("signedRetry", () => {
  test("signs the payload as it is and makes the same call again", async () => {
    server.script(signatureRequired(), done);
    const sign = vi.fn(async () => "sig-1");
    expect(await revoke(sign)).toMatchObject({ status: 204, data: undefined });
    expect(sign.mock.calls).toEqual([['{"sign":"exactly this"}']]);
    const [first, second] = server.requests;
    expect(server.requests).toHaveLength(2);
    expect(first?.headers).not.toHaveProperty("grid-wallet-signature");
    expect(second).toEqual({
      ...first,
      headers: { ...first?.headers, "grid-wallet-signature": "sig-1", "request-id": "r-1" },
    });
  });

  test("sends the same body with the signature", async () => {
    server.script(signatureRequired(), respondJson(201, { id: credentialId, type: "EMAIL_OTP" }));
    const body = { type: "EMAIL_OTP", accountId } as const;
    const { data } = await signedRetry(
      (signed) => grid.createAuthCredential({ body, ...signed }),
      () => "sig-1",
    );
    expect(data.id).toBe(credentialId);
    expect(server.requests.map((request) => request.body)).toEqual([JSON.stringify(body), JSON.stringify(body)]);
  });

  test("returns the first response if it needs no signature", async () => {
    server.script(done);
    const sign = vi.fn(() => "sig-1");
    expect(await revoke(sign)).toMatchObject({ status: 204 });
    expect(sign).not.toHaveBeenCalled();
    expect(server.requests).toHaveLength(1);
  });

  test("refuses a challenge that has expired, without signing it", async () => {
    server.script(signatureRequired(-1), done);
    const sign = vi.fn(() => "sig-1");
    const error = await catchError(revoke(sign));
    expect(error).toBeInstanceOf(GridResponseError);
    expect(error).toMatchObject({ status: 202, mayHaveBeenProcessed: false });
    expect((error as Error).message).toMatch(
      /a challenge that expired at .*, and it is .* there: make the call again$/,
    );
    expect(sign).not.toHaveBeenCalled();
    expect(server.requests).toHaveLength(1);
  });

  test("refuses a challenge at the very moment that it expires", async () => {
    vi.useFakeTimers({ toFake: ["performance", "Date"] });
    const expiresAt = new Date(Math.ceil(Date.now() / 1_000) * 1_000);
    const headers = new Headers({ date: expiresAt.toUTCString() });
    const data = { payloadToSign: "p", requestId: "r", expiresAt: expiresAt.toISOString() };
    const sign = vi.fn(() => "sig-1");
    const call = signedRetry(async () => ({ status: 202, data, headers }) as const, sign);
    expect(await catchError(call).finally(() => vi.useRealTimers())).toBeInstanceOf(GridResponseError);
    expect(sign).not.toHaveBeenCalled();
  });

  test("refuses a challenge that expires while it is being signed", async () => {
    server.script(signatureRequired(300), done);
    const sign = () => new Promise<string>((resolve) => setTimeout(resolve, 400, "sig-1"));
    expect(await catchError(revoke(sign))).toBeInstanceOf(GridResponseError);
    expect(server.requests).toHaveLength(1);
  });

  test.each([
    ["is wrong by hours, accepts a challenge that has not expired", -3_600_000, 204],
    ["is wrong by hours, refuses a challenge that has expired", 3_600_000, "GridResponseError"],
  ])("uses the server's clock: if this machine's %s", async (_, serverIsAheadMs, outcome) => {
    const serverNow = Date.now() + serverIsAheadMs;
    const expiresAt = new Date(serverNow - Math.sign(serverIsAheadMs) * 60_000).toISOString();
    server.script(respondJson(202, { ...challenge(), expiresAt }, { Date: new Date(serverNow).toUTCString() }), done);
    const ended = await revoke(() => "sig-1").then(
      ({ status }) => status,
      (error: Error) => error.name,
    );
    expect(ended).toBe(outcome);
  });

  test("names the call in its errors", async () => {
    server.script(signatureRequired());
    for (const error of [
      await catchError(revoke(() => "sig-1")),
      (server.script(signatureRequired(-1)), await catchError(revoke(() => "sig-1"))),
    ]) {
      expect(error).toMatchObject({
        operationId: "revokeAuthCredential",
        method: "DELETE",
        path: "/auth/credentials/{id}",
        attempts: 1,
        mayHaveBeenProcessed: false,
      });
    }
  });

  test.each(["", "tomorrow"])("refuses a challenge that expires at %j", async (expiresAt) => {
    server.script(respondJson(202, { ...challenge(), expiresAt }));
    expect(await catchError(revoke(() => "sig-1"))).toBeInstanceOf(GridResponseError);
  });

  test("refuses a second request for a signature, and says what may be missing", async () => {
    server.script(signatureRequired());
    for (const options of [undefined, null, {}, { signatures: undefined }, { signatures: 1 }]) {
      server.requests.length = 0;
      const error = await catchError(revoke(() => "sig-1", options as SignedRetryOptions));
      expect(error).toBeInstanceOf(GridResponseError);
      expect(server.requests.length).toBeLessThanOrEqual(2);
    }
    const error = await catchError(revoke(() => "sig-1"));
    expect((error as Error).message).toMatch(/spread the argument of `call` .* pass \{ signatures: 2 \}.*DelegatedKey/);
  });

  test.each([0, 3, Number.NaN, Infinity, "2"])("refuses %j signatures, and sends nothing", async (signatures) => {
    server.script(signatureRequired());
    const error = await catchError(revoke(() => "sig-1", { signatures } as SignedRetryOptions));
    expect(error).toMatchObject({ kind: "config", message: `signatures must be 1 or 2; got ${signatures}.` });
    expect(server.requests).toHaveLength(0);
  });

  test("throws what signing throws", async () => {
    server.script(signatureRequired());
    const refusal = new Error("no key");
    expect(await catchError(revoke(() => Promise.reject(refusal)))).toBe(refusal);
    expect(server.requests).toHaveLength(1);
  });

  test.each([
    ["a reset", reset],
    ["a 500", respond(500)],
  ])("never retries the signed step after %s, even if the client allows it", async (_, behave) => {
    server.script(signatureRequired(), behave);
    expect(await catchError(revoke(() => "sig-1"))).toMatchObject({ attempts: 1, mayHaveBeenProcessed: true });
    expect(server.requests).toHaveLength(2);
  });
});

describe("signedRetry with two signatures", () => {
  const body = { cardId: "Card:1", internalAccountId: accountId, nickname: "Card" };
  const delegatedKey = { id: "DelegatedKey:1", status: "ACTIVE" };
  const leg = (requestId: string, expiresInMs?: number) => {
    const { type: _, ...untyped } = challenge(expiresInMs);
    return respondJson(202, { ...untyped, requestId, payloadToSign: `payload of ${requestId}` });
  };
  const sign = vi.fn(async (payload: string) => `signed ${payload}`);
  const create = (options: SignedRetryOptions = { signatures: 2 }) => {
    sign.mockClear();
    const latest = createLatestClient({ ...credentials, baseUrl: server.url, retryUnsafe: true, maxRetryDelayMs: 1 });
    return signedRetry((signed) => latest.createDelegatedKey({ body, ...signed }), sign, options);
  };

  test("signs each payload for the request that brought it, and sends the same body each time", async () => {
    server.script(leg("r-1"), leg("r-2"), respondJson(201, delegatedKey));
    const { status, data } = await create();
    expect([status, data]).toEqual([201, delegatedKey]);
    expect(sign.mock.calls).toEqual([["payload of r-1"], ["payload of r-2"]]);
    const sent = server.requests.map(({ headers, body: text }) => [
      headers["request-id"],
      headers["grid-wallet-signature"],
      JSON.parse(text),
    ]);
    expect(sent).toEqual([
      [undefined, undefined, body],
      ["r-1", "signed payload of r-1", body],
      ["r-2", "signed payload of r-2", body],
    ]);
  });

  test("needs one or none, if the API asks for no more", async () => {
    server.script(leg("r-1"), respondJson(201, delegatedKey));
    expect((await create()).status).toBe(201);
    expect(sign).toHaveBeenCalledTimes(1);
    expect((await create()).status).toBe(201);
    expect(sign).not.toHaveBeenCalled();
  });

  test("refuses a third request for a signature, and signs only twice", async () => {
    server.script(leg("r-1"), leg("r-2"), leg("r-3"), respondJson(201, delegatedKey));
    const error = await catchError(create());
    expect(error).toBeInstanceOf(GridResponseError);
    expect(error).toMatchObject({ status: 202, operationId: "createDelegatedKey", mayHaveBeenProcessed: false });
    expect((error as Error).message).toMatch(
      /although the call was signed: spread the argument of `call` into its input$/,
    );
    expect(sign).toHaveBeenCalledTimes(2);
    expect(server.requests).toHaveLength(3);
  });

  test("refuses the second of its challenges if only one signature is allowed, and names the option", async () => {
    server.script(leg("r-1"), leg("r-2"));
    const error = await catchError(create({}));
    expect(error).toMatchObject({ message: expect.stringContaining("pass { signatures: 2 }") });
    expect(server.requests).toHaveLength(2);
  });

  test("refuses a second challenge that has expired, without signing it", async () => {
    server.script(leg("r-1"), leg("r-2", -1), respondJson(201, delegatedKey));
    expect((await catchError(create())) as Error).toMatchObject({
      message: expect.stringContaining("that expired at"),
    });
    expect(sign).toHaveBeenCalledTimes(1);
  });

  test("never retries either signed step", async () => {
    server.script(leg("r-1"), respond(500));
    expect(await catchError(create())).toMatchObject({ attempts: 1, mayHaveBeenProcessed: true });
    server.script(leg("r-1"), leg("r-2"), respond(500));
    expect(await catchError(create())).toMatchObject({ attempts: 1, mayHaveBeenProcessed: true });
    expect(server.requests).toHaveLength(3);
  });
});

describe("a response that says PROCESSING", () => {
  const processing = respondJson(200, { status: "PROCESSING", message: "Try again shortly." });
  const atWork = {
    name: "GridResponseError",
    status: 200,
    mayHaveBeenProcessed: true,
    isProcessing: true,
    message: expect.stringMatching(/200 with PROCESSING: send the identical signed request again/),
  };

  test("is refused with advice, whether or not 200 is documented", async () => {
    const latest = createLatestClient({ ...credentials, baseUrl: server.url });
    const otp = { type: "EMAIL_OTP", encryptedOtpBundle: "{}" } as const;
    const clientPublicKey = `02${"ab".repeat(32)}`;
    server.script(processing);
    for (const call of [
      () => grid.revokeAuthCredential({ path }),
      () => grid.createAuthCredential({ body: { type: "EMAIL_OTP", accountId } }),
      () => latest.verifyAuthCredential({ path, body: otp }),
      () => latest.refreshAuthSession({ path, body: { clientPublicKey } }),
      () => latest.challengeAuthCredential({ path }),
    ])
      expect(await catchError(call())).toMatchObject(atWork);
  });

  test("is refused by signedRetry after its signature, and not retried", async () => {
    server.script(signatureRequired(), processing);
    expect(await catchError(revoke(() => "sig-1"))).toMatchObject({ ...atWork, operationId: "revokeAuthCredential" });
    expect(server.requests).toHaveLength(2);
  });

  test("is refused by signedRetry of a call that is not a method too", async () => {
    const call = async () => ({ status: 200, data: { status: "PROCESSING" }, headers: new Headers() });
    expect(await catchError(signedRetry(call, () => "sig-1"))).toMatchObject(atWork);
  });

  test("can be retried with the argument of `call`", async () => {
    server.script(signatureRequired(), processing, processing, done);
    let last: SignedInput = {};
    const call = (signed: SignedInput) => grid.revokeAuthCredential({ path, ...(last = signed) });
    expect(await catchError(signedRetry(call, () => "sig-1"))).toMatchObject(atWork);
    expect(await catchError(call(last))).toMatchObject(atWork);
    expect((await call(last)).status).toBe(204);
    const [, ...signed] = server.requests;
    expect(signed).toHaveLength(3);
    expect(new Set(signed.map((request) => JSON.stringify(request))).size).toBe(1);
  });
});
