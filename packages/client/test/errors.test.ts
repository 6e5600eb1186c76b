import { createRequire } from "node:module";
import type { Socket } from "node:net";
import { gzipSync } from "node:zlib";
import { describe, expect, test, vi } from "vitest";
import { handleChallenge } from "../examples/handler.ts";
import { toResponse } from "../examples/to-response.ts";
import type * as source from "../src/index.ts";
import { createGridClient, GridConfigError, GridInputError, isGridError } from "../src/index.ts";
import { createGridClient as createLatestClient } from "../src/latest.ts";
import { catchError } from "./support/catch-error.ts";
import { credentialId, credentials } from "./support/example-ids.ts";
import { reset, respond, respondJson, type ScriptedServer, serveScript, stayStill } from "./support/scripted-server.ts";

const server = await serveScript();
const grid = createGridClient({ ...credentials, baseUrl: server.url, maxRetries: 0 });

const path = { id: credentialId };

/** One error of each kind. */
async function listErrors(): Promise<Record<string, Error>> {
  const call = (behave: Parameters<ScriptedServer["script"]>[0], timeoutMs?: number) => {
    server.script(behave);
    return catchError(grid.challengeAuthCredential({ path, timeoutMs })) as Promise<Error>;
  };
  return {
    api: await call(respondJson(429, { code: "RATE_LIMITED", message: "Slow down." }, { "X-Request-Id": "r-1" })),
    connection: await call(reset),
    timeout: await call(stayStill, 20),
    response: await call(respond(200, "<p>")),
    input: (await catchError(grid.challengeAuthCredential({ path: { id: ".." } }))) as Error,
    config: (await catchError((async () => createGridClient({ clientId: "a", clientSecret: "" }))())) as Error,
  };
}

describe("the kind of an error", () => {
  test("is a literal to switch on, and what isGridError checks", async () => {
    const errors = await listErrors();
    for (const [kind, error] of Object.entries(errors)) {
      expect(error).toMatchObject({ kind });
      expect(isGridError(error)).toBe(true);
      const kinds = Object.keys(errors) as "api"[];
      expect(kinds.filter((other) => isGridError(error, { kind: other }))).toEqual([kind]);
    }
    expect(isGridError(Object.assign(new Error("x"), { kind: "api" }), { kind: "api" })).toBe(false);
  });

  test("is the same for an error of another copy and module format of the package", () => {
    const copy = createRequire(import.meta.url)("@grid-sdk/client") as typeof source;
    const error: unknown = new copy.GridInputError("x");
    expect(error).not.toBeInstanceOf(GridInputError);
    expect(isGridError(error, { kind: "input" })).toBe(true);
    expect(isGridError(error, { kind: "config" })).toBe(false);
    expect(copy.isGridError(new GridConfigError("x"), { kind: "config" })).toBe(true);
  });

  test("decides what a handler responds with, and what it logs", async () => {
    const log = vi.spyOn(console, "error").mockReturnValue();
    const outcomes: [Parameters<ScriptedServer["script"]>[0], object, "logged"?][] = [
      [respondJson(200, { type: "OAUTH" }), { status: 200, body: { type: "OAUTH" } }],
      [respondJson(429, {}, { "Retry-After": "30" }), { status: 429, body: { retryAfterMs: 30_000 } }],
      [respondJson(429, {}), { status: 429, body: { retryAfterMs: 60_000 } }],
      [respondJson(404, { code: "REFERENCE_NOT_FOUND" }), { status: 404 }],
      [respondJson(400, { code: "INVALID_INPUT" }), { status: 400 }],
      [respondJson(400, { code: "PASSKEY_CREDENTIAL_ALREADY_EXISTS" }), { status: 409 }],
      // A challenge has no proof from the user: the 401 is about the backend's own credentials.
      [respondJson(401, { code: "UNAUTHORIZED" }), { status: 500 }, "logged"],
      [respond(404), { status: 500 }, "logged"],
      [respond(500), { status: 502, body: { message: expect.stringContaining("look whether it was done") } }, "logged"],
      [reset, { status: 502, body: { message: expect.stringContaining("look whether it was done") } }, "logged"],
      [respond(503, "", { "Retry-After": "9" }), { status: 502, body: { message: "try again later" } }, "logged"],
    ];
    for (const [behave, reply, logged] of outcomes) {
      log.mockClear();
      server.script(behave);
      expect(await handleChallenge(grid, "a")).toMatchObject(reply);
      expect(log).toHaveBeenCalledTimes(logged ? 1 : 0);
    }
    expect(await handleChallenge(grid, "..")).toMatchObject({ status: 400 });
    log.mockRestore();
  });

  test("asks for the same request again only while the API is processing it", async () => {
    const log = vi.spyOn(console, "error").mockReturnValue();
    server.script(respondJson(200, { status: "PROCESSING" }), respondJson(200, "no object"));
    const revoke = () => catchError(grid.revokeAuthCredential({ path }));
    expect(toResponse(await revoke())).toMatchObject({ status: 503, body: { retryAfterMs: 2_000 } });
    expect(log).not.toHaveBeenCalled();
    expect(await revoke()).toMatchObject({ kind: "response", isProcessing: false });
    expect(toResponse(await revoke())).toMatchObject({ status: 502 });
    log.mockRestore();
  });

  test("blames the user for a 401 only where the user's proof is checked", async () => {
    const log = vi.spyOn(console, "error").mockReturnValue();
    const signed = { isSigned: true };
    const latest = createLatestClient({ ...credentials, baseUrl: server.url, maxRetries: 0 });
    const query = { accountId: "InternalAccount:019542f5-b3e7-1d02-0000-000000000002" };
    const body = { type: "EMAIL_OTP", otp: "000000", clientPublicKey: "04" } as const;
    const calls: [() => Promise<unknown>, Parameters<typeof toResponse>[1], number][] = [
      [() => grid.verifyAuthCredential({ path, body }), {}, 401],
      [() => latest.refreshAuthSession({ path, body: { clientPublicKey: "02" } }), {}, 401],
      [() => grid.revokeAuthCredential({ path }), signed, 401],
      [() => grid.revokeAuthCredential({ path }), {}, 500],
      [() => grid.challengeAuthCredential({ path }), undefined, 500],
      [() => grid.listAuthSessions({ query }), {}, 500],
    ];
    for (const [call, options, status] of calls) {
      log.mockClear();
      server.script(respondJson(401, { code: "UNAUTHORIZED" }));
      const response = toResponse(await catchError(call()), options);
      expect(response).toMatchObject({ status });
      expect(log).toHaveBeenCalledTimes(status === 500 ? 1 : 0);
    }
    // Production responds like this to a mistyped sealed code.
    server.script(respondJson(400, { code: "INVALID_INPUT" }), respondJson(400, { code: "INVALID_INPUT" }));
    const sealed = { type: "EMAIL_OTP", encryptedOtpBundle: "{}" } as const;
    expect(toResponse(await catchError(latest.verifyAuthCredential({ path, body: sealed })))).toMatchObject({
      status: 401,
    });
    expect(toResponse(await catchError(grid.challengeAuthCredential({ path })))).toMatchObject({ status: 400 });
    for (const error of [new GridConfigError("clientId is missing"), new Error("a bug"), undefined])
      expect(toResponse(error, signed)).toEqual({ status: 500, body: { message: "try again later" } });
    log.mockRestore();
  });
});

describe("an error as JSON", () => {
  test("keeps what a log needs", async () => {
    const { api, response, connection } = await listErrors();
    const call = { operationId: "challengeAuthCredential", method: "POST", path: "/auth/credentials/{id}/challenge" };
    const json = (error: Error | undefined) => JSON.parse(JSON.stringify(error)) as unknown;
    expect(json(api)).toEqual({
      name: "GridApiError",
      kind: "api",
      message: "POST /auth/credentials/{id}/challenge: 429 RATE_LIMITED: Slow down.",
      ...call,
      attempts: 1,
      mayHaveBeenProcessed: false,
      status: 429,
      code: "RATE_LIMITED",
      serverMessage: "Slow down.",
      requestId: "r-1",
    });
    expect(json(response)).toMatchObject({ kind: "response", status: 200, ...call });
    expect(json(connection)).toMatchObject({ kind: "connection", mayHaveBeenProcessed: true, ...call });
  });

  test("carries it to another thread, where a clone keeps only the message", async () => {
    const { api } = await listErrors();
    expect(structuredClone(api)).toMatchObject({ message: api?.message });
    expect(structuredClone(JSON.parse(JSON.stringify(api)))).toMatchObject({ kind: "api", code: "RATE_LIMITED" });
  });
});

test.each([
  [{ code: 13, message: { text: "x" } }, undefined],
  [{ error: { code: 13, message: "inner" } }, "inner"],
  [{ error: "invalid_client" }, "invalid_client"],
  [{ title: "t", detail: "problem" }, "problem"],
  [{ message: "" }, undefined],
  [[], undefined],
])("a body %j that is not documented gives a readable message", async (body, serverMessage) => {
  server.script(respondJson(400, body));
  const error = await catchError(grid.challengeAuthCredential({ path }));
  expect(error).toMatchObject({ code: undefined, serverMessage, body });
  expect((error as Error).message).toMatch(new RegExp(`: 400${serverMessage ? ` ${serverMessage}` : ""}$`));
});

test("treats a compressed body that was cut off as a broken connection, and retries it if that is harmless", async () => {
  const whole = gzipSync(JSON.stringify({ data: [{ nickname: "x".repeat(100) }] }));
  const gzip = (bytes: Buffer) => (socket: Socket) => {
    const head = `HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Encoding: gzip\r\nContent-Length: ${bytes.length}\r\nConnection: close\r\n\r\n`;
    socket.end(Buffer.concat([Buffer.from(head), bytes]));
  };
  const cut = gzip(whole.subarray(0, 24));
  server.script(cut);
  expect(await catchError(grid.challengeAuthCredential({ path }))).toMatchObject({
    kind: "connection",
    mayHaveBeenProcessed: true,
  });
  server.script(cut, gzip(whole));
  const { data } = await grid.listAuthSessions({ query: { accountId: "a" }, maxRetries: 1 });
  expect(data.data).toHaveLength(1);
});

test.each(["text", 7, true, null, ["a"]])("ignores details that are not an object: %j", async (details) => {
  server.script(respondJson(400, { code: "INVALID_INPUT", details }));
  const error = await catchError(grid.challengeAuthCredential({ path }));
  expect(error).toMatchObject({ code: "INVALID_INPUT", details: undefined });
});

test("does not mistake a compressed text with a bracket for JSON that was cut off", async () => {
  const bytes = gzipSync("see [1] and {2} for more");
  server.script((socket) => {
    const head = `HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: ${bytes.length}\r\nConnection: close\r\n\r\n`;
    socket.end(Buffer.concat([Buffer.from(head), bytes]));
  });
  expect(await catchError(grid.challengeAuthCredential({ path }))).toMatchObject({ kind: "response" });
});

test.each(["null", "7", '"text"', "true"])("refuses a success whose JSON is not an object: %s", async (body) => {
  server.script(respond(200, body));
  expect(await catchError(grid.challengeAuthCredential({ path }))).toMatchObject({
    kind: "response",
    status: 200,
    message: expect.stringContaining("200 with JSON that is not an object"),
  });
});

test("refuses an input that is not an object", async () => {
  const challenge = grid.challengeAuthCredential as (input: unknown) => Promise<unknown>;
  for (const input of [null, "AuthMethod:1", 7]) {
    expect(await catchError(challenge(input))).toMatchObject({
      kind: "input",
      operationId: "challengeAuthCredential",
      message: expect.stringContaining(
        "the input of challengeAuthCredential must be an object: { path, query, header, body }",
      ),
    });
  }
});
