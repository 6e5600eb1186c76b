import { AsyncLocalStorage } from "node:async_hooks";
import { readFile } from "node:fs/promises";
import { createGridClient, type GridClient } from "@grid-sdk/client";
import { createGridClient as createLatestClient } from "@grid-sdk/client/latest";
import { startGridMock } from "@grid-sdk/mock";
import { type Context, context, ROOT_CONTEXT, SpanStatusCode, trace } from "@opentelemetry/api";
import { BasicTracerProvider, InMemorySpanExporter, SimpleSpanProcessor } from "@opentelemetry/sdk-trace-base";
import { afterEach, beforeAll, describe, expect, onTestFinished, test, vi } from "vitest";
import { challenge } from "../../examples/challenge.ts";
import { delegateKey } from "../../examples/delegated-key.ts";
import { sendCode } from "../../examples/errors.ts";
import { revokeFromRequest } from "../../examples/security.ts";
import { revoke } from "../../examples/signed-retry.ts";
import { listSessions } from "../../examples/timeouts.ts";
import { whileProcessing } from "../../examples/while-processing.ts";
import { worker } from "../../examples/worker.ts";
import { finishRevoking, startRevoking } from "../../examples/two-requests.ts";
import { catchError } from "../support/catch-error.ts";
import { credentials } from "../support/example-ids.ts";
import { reset, respond, respondJson, serveScript, stayStill } from "../support/scripted-server.ts";

const server = await serveScript();
let grid: GridClient;

beforeAll(async () => {
  grid = createGridClient({ ...credentials, baseUrl: server.url });
});
afterEach(() => vi.unstubAllEnvs());

const examples = {
  "lazy-client": () => import("../../examples/lazy-client.ts"),
  tracing: () => import("../../examples/tracing.ts"),
  middleware: () => import("../../examples/middleware.ts"),
  "own-client": () => import("../../examples/own-client.ts"),
  "start-sign-in": () => import("../../examples/start-sign-in.ts"),
};

/** Runs an example whose client reads everything from the environment. */
async function connect<Name extends keyof typeof examples, Made>(
  name: Name,
  make: (module: Awaited<ReturnType<(typeof examples)[Name]>>) => Made,
): Promise<Made> {
  vi.stubEnv("GRID_CLIENT_ID", "id");
  vi.stubEnv("GRID_CLIENT_SECRET", "secret");
  vi.stubEnv("GRID_BASE_URL", server.url);
  return make((await examples[name]()) as Awaited<ReturnType<(typeof examples)[Name]>>);
}

const tooMany = respondJson(429, { code: "RATE_LIMITED" }, { "Retry-After": "61" });

describe("the README's code", () => {
  test("at the top prints for each type of credential what its comment says", async () => {
    const source = await readFile(new URL("../../examples/first-call.ts", import.meta.url), "utf8");
    const comments = [...source.matchAll(/^if .*\n\/\/ (\S+): /gm)].map(([, printed]) => printed);
    await using mock = await startGridMock();
    const { clientId, clientSecret, baseUrl } = mock.clientOptions;
    vi.stubEnv("GRID_CLIENT_ID", clientId);
    vi.stubEnv("GRID_CLIENT_SECRET", clientSecret);
    vi.stubEnv("GRID_BASE_URL", baseUrl);
    mock.reply("challengeAuthCredential", [{ example: "emailOtp" }, { example: "passkey" }]);
    const log = vi.spyOn(console, "log").mockReturnValue();
    onTestFinished(() => log.mockRestore());
    await import("../../examples/first-call.ts");
    vi.resetModules();
    await import("../../examples/first-call.ts");
    expect(comments).toHaveLength(2);
    expect(log.mock.calls).toEqual(comments.map((printed) => [printed]));
  });

  test("for a route starts a sign-in, and says how long to wait", async () => {
    const { startSignIn } = await connect("start-sign-in", (module) => module);
    const passkey = { type: "PASSKEY", challenge: "c", requestId: "r", expiresAt: "e" };
    server.script(respondJson(200, passkey), respondJson(200, { type: "EMAIL_OTP" }), tooMany);
    const responses = [await startSignIn("a"), await startSignIn("a")];
    expect(await Promise.all(responses.map((response) => response.json()))).toEqual([
      { type: "PASSKEY", challenge: "c", requestId: "r" },
      { type: "EMAIL_OTP" },
    ]);
    const { status, headers } = await startSignIn("a");
    expect([status, headers.get("Retry-After")]).toEqual([429, "61"]);
  });

  test("for a first call says what to do next", async () => {
    server.script(respondJson(200, { type: "PASSKEY", challenge: "c", expiresAt: "e" }), tooMany);
    expect(await challenge("a", grid)).toBe("sign c before e");
    expect(await challenge("a", grid)).toBe("try again in 61 s");
  });

  test("for errors says what the user can do", async () => {
    server.script(respondJson(200, { type: "EMAIL_OTP" }), tooMany, reset);
    expect(await sendCode(grid, "a")).toBe("Your code is on its way.");
    expect(await sendCode(grid, "a")).toBe("Please wait before you ask for another code.");
    expect(await sendCode(grid, "a")).toBe("Please check your mail first.");
  });

  test("for retries retries more often and logs each retry", async () => {
    vi.stubEnv("GRID_CLIENT_ID", "id");
    vi.stubEnv("GRID_CLIENT_SECRET", "secret");
    vi.stubEnv("GRID_BASE_URL", server.url);
    const warn = vi.spyOn(console, "warn").mockReturnValue();
    const { patient } = await import("../../examples/retries.ts");
    server.script(respond(429, "", { "Retry-After": "0" }));
    expect(await catchError(patient.challengeAuthCredential({ path: { id: "a" } }))).toMatchObject({ attempts: 5 });
    expect(warn).toHaveBeenCalledTimes(4);
    expect(warn).toHaveBeenLastCalledWith("POST /auth/credentials/{id}/challenge: 429, retried in 0 ms");
  });

  test("for timeouts ends with the signal", async () => {
    server.script(respondJson(200, { data: [] }), stayStill);
    expect(await listSessions(grid, "a", new AbortController().signal)).toEqual([]);
    const leaving = AbortSignal.timeout(200);
    expect(await catchError(listSessions(grid, "a", leaving))).toBe(leaving.reason);
  });

  test("for security sends nothing for an id that is not valid", async () => {
    server.script(respond(204, "", { "Content-Length": undefined }));
    expect(await revokeFromRequest(grid, "a")).toBe(204);
    expect(await revokeFromRequest(grid, "..")).toBe(400);
    expect(server.requests).toHaveLength(1);
  });

  test("for two requests returns the payload to sign, and accepts the signature", async () => {
    const expiresAt = "2026-04-08T15:35:00Z";
    const required = { payloadToSign: "p", requestId: "r", expiresAt };
    const done = respond(204, "", { "Content-Length": undefined });
    server.script(respondJson(202, { type: "EMAIL_OTP", ...required }), done);
    const toSign = await startRevoking(grid, "a");
    expect(toSign).toEqual(required);
    await finishRevoking(grid, "a", "r", "signed p");
    expect(server.requests[1]?.headers).toMatchObject({ "grid-wallet-signature": "signed p", "request-id": "r" });
    server.script(done);
    expect(await startRevoking(grid, "a")).toBeUndefined();
  });

  test("for tracing makes one span for each call, also of calls at the same time", async () => {
    const exporter = new InMemorySpanExporter();
    trace.setGlobalTracerProvider(new BasicTracerProvider({ spanProcessors: [new SimpleSpanProcessor(exporter)] }));
    server.script(respond(429, "", { "Retry-After": "0" }), respondJson(200, { type: "OAUTH" }), respond(404));
    const stored = new AsyncLocalStorage<Context>();
    context.setGlobalContextManager({
      active: () => stored.getStore() ?? ROOT_CONTEXT,
      with: (given, run, self, ...rest) => stored.run(given, () => run.call(self as never, ...rest)),
      bind: (_, target) => target,
      enable: () => context as never,
      disable: () => context as never,
    });
    // An instrumentation of fetch sees each attempt like this.
    const active: unknown[] = [];
    const { fetch: platform } = globalThis;
    const send = vi.spyOn(globalThis, "fetch").mockImplementation((...given) => {
      active.push(trace.getActiveSpan()?.spanContext().spanId);
      return platform(...given);
    });
    const traced = await connect("tracing", ({ createTracedClient }) => createTracedClient());
    await traced.challengeAuthCredential({ path: { id: "a" } });
    await Promise.all(["b", "c"].map((id) => catchError(traced.challengeAuthCredential({ path: { id } }))));
    send.mockRestore();
    const [first, ...others] = exporter.getFinishedSpans();
    const [id, ...ids] = exporter.getFinishedSpans().map((span) => span.spanContext().spanId);
    expect(active.slice(0, 2)).toEqual([id, id]);
    expect(active.slice(2).toSorted()).toEqual(ids.toSorted());
    expect(first).toMatchObject({
      name: "challengeAuthCredential",
      events: [{ name: "retry", attributes: { reason: "429" } }],
      attributes: { "http.response.status_code": 200, "http.request.resend_count": 1 },
      status: { code: SpanStatusCode.UNSET },
    });
    const failed = { attributes: { "error.type": "api" }, status: { code: SpanStatusCode.ERROR } };
    expect(others).toMatchObject([failed, failed]);
  });

  test("for a build without secrets makes one client, at the first call", async () => {
    const { getGrid } = await examples["lazy-client"]();
    expect(() => getGrid()).toThrow(/clientId is missing/);
    const first = await connect("lazy-client", (module) => module.getGrid());
    expect(getGrid()).toBe(first);
  });

  test("for middleware puts an id on each request", async () => {
    server.script(respondJson(200, { type: "OAUTH" }));
    const correlated = await connect("middleware", ({ createCorrelatedClient }) => createCorrelatedClient());
    await correlated.challengeAuthCredential({ path: { id: "a" } });
    await correlated.challengeAuthCredential({ path: { id: "a" } });
    expect(new Set(server.requests.map(({ headers }) => headers["x-correlation-id"])).size).toBe(2);
  });

  test("for your own openapi-fetch client sends the credentials", async () => {
    server.script(respondJson(200, { data: [] }));
    const api = await connect("own-client", (module) => module.api);
    await api.GET("/auth/sessions", { params: { query: { accountId: "a" } } });
    expect(server.requests[0]?.headers["authorization"]).toBe(`Basic ${btoa("id:secret")}`);
  });

  test("for workers reads all settings from the bindings", async () => {
    server.script(respondJson(200, { type: "OAUTH" }));
    const env = { GRID_CLIENT_ID: "id", GRID_CLIENT_SECRET: "secret", GRID_BASE_URL: server.url };
    const response = await worker.fetch(new Request("https://worker.example/?credential=a"), env);
    expect(await response.json()).toEqual({ type: "OAUTH" });
    expect(server.requests[0]?.target).toBe("/auth/credentials/a/challenge");
  });

  test("for signatures signs the payload that the API returns", async () => {
    const expiresAt = new Date(Date.now() + 60_000).toISOString();
    server.script(
      respondJson(202, { type: "EMAIL_OTP", payloadToSign: "p", requestId: "r", expiresAt }),
      respond(204, "", { "Content-Length": undefined }),
    );
    expect(await revoke(grid, "a", async (payload) => `signed ${payload}`)).toBe(204);
    expect(server.requests[1]?.headers).toMatchObject({ "grid-wallet-signature": "signed p", "request-id": "r" });
  });

  test("for a request that the API is still processing makes the same call again, at most five times", async () => {
    const processing = respondJson(200, { status: "PROCESSING" });
    const header = { "Grid-Wallet-Signature": "s", "Request-Id": "r" };
    const call = () => whileProcessing(() => grid.revokeAuthCredential({ path: { id: "a" }, header }), 1);
    server.script(processing, processing, respond(204, "", { "Content-Length": undefined }));
    expect((await call()).status).toBe(204);
    expect(new Set(server.requests.map((request) => JSON.stringify(request))).size).toBe(1);
    server.script(processing);
    expect(await catchError(call())).toMatchObject({ isProcessing: true });
    expect(server.requests).toHaveLength(5);
    server.script(respondJson(200, {}));
    expect(await catchError(call())).toMatchObject({ isProcessing: false });
    expect(server.requests).toHaveLength(1);
  });

  test("for delegated keys signs both payloads", async () => {
    const expiresAt = new Date(Date.now() + 60_000).toISOString();
    const toSign = (id: string) => respondJson(202, { payloadToSign: `p${id}`, requestId: `r${id}`, expiresAt });
    server.script(toSign("1"), toSign("2"), respondJson(201, { id: "DelegatedKey:1" }));
    const latest = createLatestClient({ ...credentials, baseUrl: server.url });
    const body = { cardId: "Card:1", internalAccountId: "InternalAccount:1", nickname: "Card" };
    expect(await delegateKey(latest, body, async (payload) => `signed ${payload}`)).toEqual({ id: "DelegatedKey:1" });
    expect(server.requests.map(({ headers }) => headers["grid-wallet-signature"])).toEqual([
      undefined,
      "signed p1",
      "signed p2",
    ]);
  });
});
