import { describe, expect, test } from "vitest";
import { createGridClient, type GridEvent } from "../src/index.ts";
import { catchError } from "./support/catch-error.ts";
import { credentialId, credentials } from "./support/example-ids.ts";
import { reset, respond, respondJson, serveScript } from "./support/scripted-server.ts";

const server = await serveScript();

const input = { path: { id: credentialId } };
const call = {
  callId: expect.any(Number),
  operationId: "challengeAuthCredential",
  method: "POST",
  path: "/auth/credentials/{id}/challenge",
};
const durationMs = expect.any(Number);

function observe() {
  const events: GridEvent[] = [];
  return {
    events,
    grid: createGridClient({ ...credentials, baseUrl: server.url, onEvent: (event) => events.push(event) }),
  };
}

test.each([
  [{ "X-Request-Id": "r-1", "Request-Id": "r-2" }, "r-1"],
  [{ "Request-Id": "r-2" }, "r-2"],
  [{}, undefined],
])("a result has the server's id of the request: %j", async (headers, requestId) => {
  const { events, grid } = observe();
  server.script(respondJson(200, { type: "EMAIL_OTP" }, headers as Record<string, string>));
  expect(await grid.challengeAuthCredential(input)).toHaveProperty("requestId", requestId);
  expect(events.at(-1)).toMatchObject({ type: "end", requestId });
});

describe("an observer", () => {
  test("gets requests, responses and retries", async () => {
    const { events, grid } = observe();
    server.script(
      respond(429, "", { "Retry-After": "0", "X-Request-Id": "r-1" }),
      respondJson(200, { type: "EMAIL_OTP" }, { "Request-Id": "r-2" }),
    );
    await grid.challengeAuthCredential(input);
    expect(events).toEqual([
      { ...call, type: "request", attempt: 1 },
      { ...call, type: "response", attempt: 1, status: 429, requestId: "r-1", durationMs },
      { ...call, type: "retry", attempt: 1, delayMs: 0, reason: "429" },
      { ...call, type: "request", attempt: 2 },
      { ...call, type: "response", attempt: 2, status: 200, requestId: "r-2", durationMs },
      { ...call, type: "end", attempt: 2, outcome: "success", status: 200, requestId: "r-2", durationMs },
    ]);
    expect(new Set(events.map(({ callId }) => callId)).size).toBe(1);
  });

  test("gets an attempt without a response", async () => {
    const { events, grid } = observe();
    server.script(reset);
    await catchError(grid.challengeAuthCredential(input));
    expect(events).toEqual([
      { ...call, type: "request", attempt: 1 },
      { ...call, type: "error", attempt: 1, reason: "GridConnectionError", durationMs },
      { ...call, type: "end", attempt: 1, outcome: "connection", status: undefined, requestId: undefined, durationMs },
    ]);
  });

  test("gets an unusable response, and an abort", async () => {
    const { events, grid } = observe();
    server.script(respond(200, "<p>"));
    await catchError(grid.challengeAuthCredential(input));
    expect(events).toMatchObject([{ type: "request" }, { type: "response" }, { type: "end", outcome: "response" }]);
    events.length = 0;
    const controller = new AbortController();
    server.script(() => controller.abort());
    await catchError(grid.challengeAuthCredential({ ...input, signal: controller.signal }));
    expect(events).toMatchObject([
      { type: "request" },
      { type: "error", reason: "AbortError" },
      { type: "end", outcome: "aborted" },
    ]);
  });

  test("gets an error status that grid.http returns as a result, and a call that middleware responds to", async () => {
    const { events, grid } = observe();
    server.script(respond(400));
    await grid.http.GET("/auth/sessions", { params: { query: { accountId: "a" } } });
    grid.http.use({ onRequest: () => Response.json({ type: "OAUTH" }) });
    await grid.challengeAuthCredential(input);
    const ends = events.filter(({ type }) => type === "end");
    expect(ends).toMatchObject([
      { outcome: "api", status: 400 },
      { outcome: "success", status: undefined },
    ]);
    expect(ends[1]?.callId).toBeGreaterThan(ends[0]?.callId ?? Infinity);
  });

  test("gets calls of grid.http by method and path", async () => {
    const { events, grid } = observe();
    server.script(respondJson(200, { data: [] }));
    await grid.http.GET("/auth/sessions", { params: { query: { accountId: "a" } } });
    expect(events[0]).toEqual({
      type: "request",
      method: "GET",
      path: "/auth/sessions",
      attempt: 1,
      operationId: "listAuthSessions",
      callId: expect.any(Number),
    });
  });

  test.each([
    [
      "throws",
      () => {
        throw new Error("observer");
      },
    ],
    [
      "rejects",
      async () => {
        throw new Error("observer");
      },
    ],
  ])("that %s breaks nothing", async (_, onEvent) => {
    server.script(respondJson(200, { type: "EMAIL_OTP" }));
    const grid = createGridClient({ ...credentials, baseUrl: server.url, onEvent });
    expect((await grid.challengeAuthCredential(input)).status).toBe(200);
  });
});
