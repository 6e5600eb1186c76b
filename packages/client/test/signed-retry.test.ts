import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { createGridClient, type GridClient, GridResponseError, signedRetry } from "../src/index.ts";
import { catchError } from "./support/catch-error.ts";
import { accountId, credentialId, credentials } from "./support/example-ids.ts";
import { reset, respond, respondJson, type ScriptedServer, startScriptedServer } from "./support/scripted-server.ts";

const stack = new AsyncDisposableStack();
let server: ScriptedServer;
let grid: GridClient;

beforeAll(async () => {
  server = stack.use(await startScriptedServer());
  grid = createGridClient({ ...credentials, baseUrl: server.url, retryUnsafe: true, maxRetryDelayMs: 1 });
});
afterAll(() => stack.disposeAsync());

const challenge = (expiresInMs = 60_000) => ({
  type: "EMAIL_OTP",
  payloadToSign: '{"sign":"exactly this"}',
  requestId: "r-1",
  expiresAt: new Date(Date.now() + expiresInMs).toISOString(),
});
const signatureRequired = (expiresInMs?: number) => respondJson(202, challenge(expiresInMs));
const done = respond(204, "", { "Content-Length": undefined });
const path = { id: credentialId };
const revoke = (sign: (payload: string) => string | Promise<string>) =>
  signedRetry((signed) => grid.revokeAuthCredential({ path, ...signed }), sign);

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

  test("returns the first answer if that needs no signature", async () => {
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
    expect((error as Error).message).toMatch(/a challenge that expired at .*; it is .* there\. Make the call again$/);
    expect(sign).not.toHaveBeenCalled();
    expect(server.requests).toHaveLength(1);
  });

  test("refuses a challenge that expires while it is being signed", async () => {
    server.script(signatureRequired(300), done);
    const sign = () => new Promise<string>((resolve) => setTimeout(resolve, 400, "sig-1"));
    expect(await catchError(revoke(sign))).toBeInstanceOf(GridResponseError);
    expect(server.requests).toHaveLength(1);
  });

  test.each([
    ["is wrong by hours, takes a challenge that has not expired", -3_600_000, 204],
    ["is wrong by hours, refuses a challenge that has expired", 3_600_000, "GridResponseError"],
  ])("judges by the server's clock: where this machine's %s", async (_, serverIsAheadMs, outcome) => {
    const serverNow = Date.now() + serverIsAheadMs;
    const expiresAt = new Date(serverNow - Math.sign(serverIsAheadMs) * 60_000).toISOString();
    server.script(respondJson(202, { ...challenge(), expiresAt }, { Date: new Date(serverNow).toUTCString() }), done);
    const ended = await revoke(() => "sig-1").then(
      ({ status }) => status,
      (error: Error) => error.name,
    );
    expect(ended).toBe(outcome);
  });

  test("tells in its errors which call it was", async () => {
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

  test("refuses a second demand for a signature", async () => {
    server.script(signatureRequired());
    const error = await catchError(revoke(() => "sig-1"));
    expect(error).toBeInstanceOf(GridResponseError);
    expect(server.requests).toHaveLength(2);
  });

  test("passes on what signing throws", async () => {
    server.script(signatureRequired());
    const refusal = new Error("no key");
    expect(await catchError(revoke(() => Promise.reject(refusal)))).toBe(refusal);
    expect(server.requests).toHaveLength(1);
  });

  test.each([
    ["a reset", reset],
    ["a 500", respond(500)],
  ])("never repeats the signed step after %s, whatever the client allows", async (_, behave) => {
    server.script(signatureRequired(), behave);
    expect(await catchError(revoke(() => "sig-1"))).toMatchObject({ attempts: 1, mayHaveBeenProcessed: true });
    expect(server.requests).toHaveLength(2);
  });
});
