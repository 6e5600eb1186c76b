import { describe, expect, test } from "vitest";
import { createGridClient, type GridClientOptions, type GridEvent } from "../src/index.ts";
import { DEFAULT_LIMITS } from "../src/limits.ts";
import { catchError } from "./support/catch-error.ts";
import { credentials } from "./support/example-ids.ts";
import { reset, respond, respondJson, serveScript, stayStill } from "./support/scripted-server.ts";

const server = await serveScript();

const create = (options: GridClientOptions = {}) =>
  createGridClient({ ...credentials, baseUrl: server.url, ...options });
const list = (options: GridClientOptions) => create(options).listAuthSessions({ query: { accountId: "a" } });

test("the defaults are the documented ones", () => {
  expect(DEFAULT_LIMITS).toEqual({
    timeoutMs: 30_000,
    deadlineMs: Infinity,
    maxRetries: 2,
    maxRetryDelayMs: 5_000,
    maxResponseBytes: 5_000_000,
    retryUnsafe: false,
  });
});

describe("a call without options", () => {
  test("does not wait for a Retry-After of more than five seconds: the error comes at once", async () => {
    server.script(respond(429, "", { "Retry-After": "6" }));
    const error = await catchError(create().challengeAuthCredential({ path: { id: "a" } }));
    expect(error).toMatchObject({ attempts: 1, retryAfterMs: 6_000 });
  });

  test("gives an attempt thirty seconds", async () => {
    const delays: unknown[] = [];
    const { setTimeout: real } = globalThis;
    globalThis.setTimeout = ((run: () => void, ms: number, ...rest: []) => {
      delays.push(ms);
      return real(run, ms, ...rest);
    }) as typeof setTimeout;
    try {
      await create({ fetch: async () => Response.json({ data: [] }) }).listAuthSessions({ query: { accountId: "a" } });
    } finally {
      globalThis.setTimeout = real;
    }
    expect(delays).toEqual([30_000]);
  });
});

describe("deadlineMs", () => {
  test("ends a call in its first attempt", async () => {
    server.script(stayStill);
    const error = await catchError(list({ deadlineMs: 500, timeoutMs: 60_000 }));
    expect(error).toMatchObject({ kind: "timeout", attempts: 1, mayHaveBeenProcessed: true });
    expect(server.requests).toHaveLength(1);
  });

  test("ends a call in a later attempt", async () => {
    server.script(respond(503, "", { "Retry-After": "0" }), stayStill);
    expect(await catchError(list({ deadlineMs: 1_000 }))).toMatchObject({ kind: "timeout", attempts: 2 });
  });

  test("starts no wait that it would cut: the call throws its error at once", async () => {
    server.script(respond(503, "", { "Retry-After": "4" }));
    expect(await catchError(list({ deadlineMs: 3_900 }))).toMatchObject({ kind: "api", status: 503, attempts: 1 });
  });

  test("that has passed while middleware ran sends nothing", async () => {
    server.script(respondJson(200, { data: [] }));
    const onRequest = () => new Promise<undefined>((resolve) => setTimeout(resolve, 20, undefined));
    const error = await catchError(list({ deadlineMs: 5, middleware: [{ onRequest }] }));
    expect(error).toMatchObject({ kind: "timeout", attempts: 0, mayHaveBeenProcessed: false });
    expect(server.requests).toEqual([]);
  });

  test("of a call overrides the client's", async () => {
    server.script(respondJson(200, { data: [] }));
    const grid = create({ deadlineMs: 0 });
    expect((await grid.listAuthSessions({ query: { accountId: "a" }, deadlineMs: 60_000 })).status).toBe(200);
  });
});

describe("the retry quota", () => {
  const outage = { maxRetryDelayMs: 0, maxRetries: 2 };

  test("ends the retries of a client in an outage, and gives them back when calls succeed again", async () => {
    const grid = create(outage);
    const call = () => grid.listAuthSessions({ query: { accountId: "a" } });
    server.script(respond(503));
    for (let calls = 0; calls < 100; calls++) await catchError(call());
    expect(server.requests).toHaveLength(110);

    server.script(respondJson(200, { data: [] }));
    for (let calls = 0; calls < 5; calls++) await call();
    server.script(respond(503), respondJson(200, { data: [] }));
    expect((await call()).status).toBe(200);
  });

  test("is not spent if the deadline forbids the retry", async () => {
    const grid = create({ maxRetries: 2 });
    server.script(respond(503, "", { "Retry-After": "4" }));
    for (let calls = 0; calls < 11; calls++) {
      await catchError(grid.listAuthSessions({ query: { accountId: "a" }, deadlineMs: 3_000 }));
    }
    server.script(respond(503, "", { "Retry-After": "0" }));
    expect(await catchError(grid.listAuthSessions({ query: { accountId: "a" } }))).toMatchObject({ attempts: 3 });
  });

  test("gets back the cost of a successful retry, and one fifth of it for a call without a retry", async () => {
    const grid = create(outage);
    const call = () => grid.listAuthSessions({ query: { accountId: "a" } });
    const retriesLeft = async () => {
      server.script(respond(503));
      for (let calls = 0; calls < 11; calls++) await catchError(call());
      return server.requests.length - 11;
    };
    for (let calls = 0; calls < 30; calls++) {
      server.script(respond(503), respondJson(200, { data: [] }));
      await call();
    }
    expect(await retriesLeft()).toBe(10);
    server.script(respondJson(200, { data: [] }));
    for (let calls = 0; calls < 9; calls++) await call();
    expect(await retriesLeft()).toBe(1);
  });

  test("is separate for each client", async () => {
    const [one, other] = [create(outage), create(outage)];
    server.script(respond(503));
    for (let calls = 0; calls < 10; calls++) await catchError(one.listAuthSessions({ query: { accountId: "a" } }));
    expect(await catchError(other.listAuthSessions({ query: { accountId: "a" } }))).toMatchObject({ attempts: 3 });
  });

  test("is not used up by errors that are not an outage", async () => {
    const grid = create(outage);
    server.script(respond(404));
    for (let calls = 0; calls < 50; calls++) await catchError(grid.listAuthSessions({ query: { accountId: "a" } }));
    server.script(respond(503));
    expect(await catchError(grid.listAuthSessions({ query: { accountId: "a" } }))).toMatchObject({ attempts: 3 });
  });
});

test("remembers that an attempt may have been processed when a later one was not sent", async () => {
  const refused = Object.assign(new TypeError("fetch failed"), {
    cause: Object.assign(new Error("x"), { code: "ECONNREFUSED" }),
  });
  const outcomes = [() => fetch(server.url), () => Promise.reject(refused)];
  server.script(reset);
  const grid = create({
    maxRetryDelayMs: 0,
    maxRetries: 1,
    retryUnsafe: true,
    fetch: async () => outcomes.shift()?.() ?? Response.error(),
  });
  expect(await catchError(grid.challengeAuthCredential({ path: { id: "a" } }))).toMatchObject({
    attempts: 2,
    mayHaveBeenProcessed: true,
  });
});

test("remembers that a response may have been processed when a later one was refused", async () => {
  server.script(respond(500), respond(429));
  const grid = create({ maxRetryDelayMs: 0, maxRetries: 1, retryUnsafe: true });
  expect(await catchError(grid.challengeAuthCredential({ path: { id: "a" } }))).toMatchObject({
    status: 429,
    attempts: 2,
    mayHaveBeenProcessed: true,
  });
});

test("remembers that an attempt may have been processed when a later one was refused", async () => {
  server.script(reset, respond(429));
  const grid = create({ maxRetryDelayMs: 0, maxRetries: 1, retryUnsafe: true });
  expect(await catchError(grid.challengeAuthCredential({ path: { id: "a" } }))).toMatchObject({
    status: 429,
    attempts: 2,
    mayHaveBeenProcessed: true,
  });
});

test("an abort in the observer of a request ends the call", async () => {
  server.script(respondJson(200, { data: [] }));
  const controller = new AbortController();
  const reason = new Error("enough");
  const onEvent = ({ type }: GridEvent) => type === "request" && controller.abort(reason);
  const grid = create({ onEvent });
  expect(await catchError(grid.listAuthSessions({ query: { accountId: "a" }, signal: controller.signal }))).toBe(
    reason,
  );
  expect(server.requests).toEqual([]);
});

test.each([-300_000, 300_000])("a Retry-After date is right if the server's clock is off by %i ms", async (offMs) => {
  const now = Date.now() + offMs;
  const late = { Date: new Date(now).toUTCString(), "Retry-After": new Date(now + 60_000).toUTCString() };
  server.script(respond(429, "", late));
  expect(await catchError(list({}))).toMatchObject({ attempts: 1, retryAfterMs: 60_000 });
  server.script(respond(429, "", { ...late, "Retry-After": late.Date }), respondJson(200, { data: [] }));
  const delays: number[] = [];
  await list({ onEvent: (event) => event.type === "retry" && delays.push(event.delayMs) });
  expect(delays).toEqual([0]);
});
