import { describe, expect, test } from "vitest";
import {
  createGridClient,
  GridApiError,
  GridConnectionError,
  type GridError,
  GridResponseError,
  GridTimeoutError,
  isGridError,
} from "../src/index.ts";
import { catchError } from "./support/catch-error.ts";
import { accountId, credentialId, credentials, sessionId } from "./support/example-ids.ts";
import { type Failure, listFailures } from "./support/failures.ts";
import { reach } from "./support/reach.ts";
import { respond, respondJson, serveScript } from "./support/scripted-server.ts";

const CLASSES = { GridApiError, GridConnectionError, GridTimeoutError, GridResponseError };
const ATTEMPTS = 3;

const elsewhere = await serveScript();
const failures = listFailures(elsewhere.url);
const server = await serveScript();

elsewhere.script(respondJson(200, {}));

const challenge = { path: { id: credentialId } };
const expectAttempts = ({ repeated }: Failure, safe: boolean) =>
  repeated === "any" || (safe && repeated === "safe") ? ATTEMPTS : 1;

describe.each(failures)("$name", (failure) => {
  const { error: name, mayHaveBeenProcessed, fields, message } = failure;
  const reachesServer = typeof failure.behave === "function";

  test("ends a challenge in the right error, and retries it only if that is harmless", async () => {
    const grid = createGridClient(await reach(failure, server));
    const error = (await catchError(grid.challengeAuthCredential(challenge))) as GridError;
    expect(error).toBeInstanceOf(CLASSES[name]);
    expect(isGridError(error)).toBe(true);
    expect(error).toMatchObject({
      name,
      operationId: "challengeAuthCredential",
      method: "POST",
      path: "/auth/credentials/{id}/challenge",
      mayHaveBeenProcessed,
      attempts: expectAttempts(failure, false),
      ...fields,
    });
    expect(error.message).toMatch(/^POST \/auth\/credentials\/\{id\}\/challenge: /);
    expect(error.message).toMatch(message ?? /./);
    if (reachesServer) expect(server.requests).toHaveLength(error.attempts);
  });

  test("is retried for a GET and for a DELETE without a signature", async () => {
    const grid = createGridClient(await reach(failure, server));
    const attempts = expectAttempts(failure, true);
    expect(await catchError(grid.listAuthSessions({ query: { accountId } }))).toMatchObject({ name, attempts });
    const revoke = { path: { id: sessionId } };
    // 204 is documented here: of all the failures, only this one is a success for a DELETE.
    if (fields?.status === 204) return;
    expect(await catchError(grid.revokeAuthSession(revoke))).toMatchObject({ name, attempts });
    const signed = { ...revoke, header: { "Grid-Wallet-Signature": "s", "Request-Id": "r" } };
    const once = expectAttempts(failure, false);
    expect(await catchError(grid.revokeAuthSession(signed))).toMatchObject({ name, attempts: once });
  });

  test("is retried for any call with retryUnsafe", async () => {
    const grid = createGridClient(await reach(failure, server));
    const attempts = failure.repeated === "no" ? 1 : ATTEMPTS;
    const error = await catchError(grid.challengeAuthCredential({ ...challenge, retryUnsafe: true }));
    expect(error).toMatchObject({ name, attempts });
    const sent = new Set(server.requests.map((request) => JSON.stringify(request)));
    expect(sent.size).toBeLessThanOrEqual(1);
  });

  test("is handled by grid.http as well", async () => {
    const grid = createGridClient({ ...(await reach(failure, server)), maxRetries: 0 });
    const call = grid.http.POST("/auth/credentials/{id}/challenge", { params: challenge });
    const outcome = await call.catch((error: unknown) => error);
    // openapi-fetch reports the response: `{ error, response }`, and a SyntaxError for a body that is not JSON.
    const isRead = name === "GridApiError" || (name === "GridResponseError" && !/redirect/.test(String(message)));
    if (!isRead) expect(outcome).toMatchObject({ name, operationId: "challengeAuthCredential", attempts: 1 });
    else if (outcome instanceof Error) expect(outcome).toBeInstanceOf(SyntaxError);
    else expect(outcome).toMatchObject({ response: { status: expect.any(Number) } });
    if (name === "GridApiError" && fields && "body" in fields) expect(outcome).toHaveProperty("error", fields.body);
  });
});

test("follows no redirect, to any origin", () => {
  expect(elsewhere.requests).toEqual([]);
});

describe("a retry", () => {
  const tooMany = respond(429, "", { "Retry-After": "0" });

  test("sends the same bytes", async () => {
    server.script(tooMany);
    const body = { type: "EMAIL_OTP", accountId: "InternalAccount:ä€😀" } as const;
    const grid = createGridClient({ ...credentials, baseUrl: server.url });
    await catchError(grid.createAuthCredential({ body, header: { "Request-Id": "r" } }));
    expect(server.requests).toHaveLength(ATTEMPTS);
    const [first, ...others] = server.requests;
    expect(Buffer.from(first?.body ?? "", "latin1").toString("utf8")).toBe(JSON.stringify(body));
    for (const request of others) expect(request).toEqual(first);
  });

  test("can succeed", async () => {
    server.script(tooMany, respondJson(200, { type: "EMAIL_OTP" }));
    const grid = createGridClient({ ...credentials, baseUrl: server.url });
    expect((await grid.challengeAuthCredential(challenge)).status).toBe(200);
    expect(server.requests).toHaveLength(2);
  });

  test.each([0, 1, 4])("happens at most maxRetries times: %i", async (maxRetries) => {
    server.script(tooMany);
    const grid = createGridClient({ ...credentials, baseUrl: server.url, maxRetries: 2 });
    expect(await catchError(grid.challengeAuthCredential({ ...challenge, maxRetries }))).toMatchObject({
      attempts: maxRetries + 1,
    });
    expect(server.requests).toHaveLength(maxRetries + 1);
  });

  test("does not wait for a Retry-After beyond maxRetryDelayMs", async () => {
    server.script(respond(429, "", { "Retry-After": "61" }));
    const grid = createGridClient({ ...credentials, baseUrl: server.url });
    expect(await catchError(grid.challengeAuthCredential(challenge))).toMatchObject({
      attempts: 1,
      retryAfterMs: 61_000,
    });
  });
});
