import { execFile } from "node:child_process";
import { getEventListeners } from "node:events";
import { promisify } from "node:util";
import { beforeEach, describe, expect, test } from "vitest";
import { createGridClient, createGridFetch, type GridClient, type GridEvent } from "../src/index.ts";
import { catchError } from "./support/catch-error.ts";
import { credentialId, credentials } from "./support/example-ids.ts";
import { beginResponse, respond, respondJson, serveScript, stayStill, trickle } from "./support/scripted-server.ts";

const server = await serveScript();
let grid: GridClient;

beforeEach(() => {
  grid = createGridClient({ ...credentials, baseUrl: server.url });
});

const reason = { why: "the user went away" };
const challenge = (signal: AbortSignal, client = grid) =>
  client.challengeAuthCredential({ path: { id: credentialId }, signal });

describe("an abort rejects with the signal's own reason", () => {
  test("before anything is sent", async () => {
    server.script(respondJson(200, {}));
    expect(await catchError(challenge(AbortSignal.abort(reason)))).toBe(reason);
    expect(server.requests).toHaveLength(0);
  });

  test.each([
    ["while the server is silent", stayStill],
    ["while the server hangs in the body", beginResponse(stayStill)],
    ["while the body trickles", beginResponse(trickle)],
  ])("%s", async (_, behave) => {
    const controller = new AbortController();
    server.script((socket) => {
      behave(socket);
      setImmediate(() => controller.abort(reason));
    });
    expect(await catchError(challenge(controller.signal))).toBe(reason);
    expect(server.requests).toHaveLength(1);
    expect(getEventListeners(controller.signal, "abort")).toEqual([]);
  });

  test("while waiting between attempts", async () => {
    const seen: string[] = [];
    const controller = new AbortController();
    server.script(respond(429, "", { "Retry-After": "5" }));
    const waiting = createGridClient({
      ...credentials,
      baseUrl: server.url,
      onEvent: ({ type }) => {
        seen.push(type);
        if (type === "retry") setImmediate(() => controller.abort(reason));
      },
    });
    expect(await catchError(challenge(controller.signal, waiting))).toBe(reason);
    expect(server.requests).toHaveLength(1);
    expect(seen).toEqual(["request", "response", "retry", "end"]);
    expect(getEventListeners(controller.signal, "abort")).toEqual([]);
  });

  test("even if the given fetch ignores signals", async () => {
    const deaf = createGridClient({ ...credentials, fetch: () => new Promise(() => {}) });
    const controller = new AbortController();
    const call = catchError(challenge(controller.signal, deaf));
    controller.abort(reason);
    expect(await call).toBe(reason);
  });

  test("as a DOMException if no reason is given", async () => {
    expect(await catchError(challenge(AbortSignal.abort()))).toMatchObject({ name: "AbortError" });
  });
});

describe("the client's own signal ends each of its calls with its reason", () => {
  const create = (signal: AbortSignal, onEvent?: (event: GridEvent) => void) => {
    const options = { ...credentials, baseUrl: server.url, signal, onEvent };
    const [client, gridFetch] = [createGridClient(options), createGridFetch(options)];
    return [
      () => client.challengeAuthCredential({ path: { id: credentialId }, signal: new AbortController().signal }),
      () => client.http.GET("/auth/sessions", { params: { query: { accountId: "a" } } }),
      () => gridFetch(`${server.url}/auth/sessions`),
    ];
  };

  test("before anything is sent", async () => {
    server.script(respondJson(200, {}));
    for (const call of create(AbortSignal.abort(reason))) expect(await catchError(call())).toBe(reason);
    expect(server.requests).toHaveLength(0);
  });

  test.each([0, 1, 2])("while the server is silent: call %i", async (at) => {
    const controller = new AbortController();
    const outcomes: unknown[] = [];
    server.script(() => setImmediate(() => controller.abort(reason)));
    const call = create(controller.signal, (event) => event.type === "end" && outcomes.push(event.outcome))[at];
    expect(await catchError(call?.() ?? Promise.resolve())).toBe(reason);
    expect(server.requests).toHaveLength(1);
    expect(outcomes).toEqual(["aborted"]);
    expect(getEventListeners(controller.signal, "abort")).toEqual([]);
  });

  test("while waiting between attempts", async () => {
    const controller = new AbortController();
    server.script(respond(429, "", { "Retry-After": "5" }));
    const onEvent = ({ type }: GridEvent) => type === "retry" && setImmediate(() => controller.abort(reason));
    for (const call of create(controller.signal, onEvent)) expect(await catchError(call())).toBe(reason);
    expect(server.requests).toHaveLength(1);
  });

  test("and leaves no listener on it", async () => {
    server.script(respondJson(200, { data: [] }));
    const { signal } = new AbortController();
    for (const call of create(signal)) await call();
    expect(getEventListeners(signal, "abort")).toEqual([]);
  });
});

test("leaves no listener on a signal that outlives the call", async () => {
  server.script(respondJson(200, { type: "EMAIL_OTP" }));
  const { signal } = new AbortController();
  await challenge(signal);
  expect(getEventListeners(signal, "abort")).toEqual([]);
});

test("times out even if the given fetch ignores signals", async () => {
  const deaf = createGridClient({ ...credentials, fetch: () => new Promise(() => {}), timeoutMs: 20 });
  expect(await catchError(deaf.challengeAuthCredential({ path: { id: "a" } }))).toMatchObject({
    name: "GridTimeoutError",
  });
});

test("lets a process end by itself after its last call, whatever the time limit", async () => {
  server.script(respondJson(200, { type: "EMAIL_OTP" }), respondJson(404, {}));
  const code = `
    import { createGridClient } from "@grid-sdk/client";
    const grid = createGridClient({ clientId: "a", clientSecret: "b", baseUrl: "${server.url}", timeoutMs: 3_600_000 });
    await grid.challengeAuthCredential({ path: { id: "a" } });
    await grid.challengeAuthCredential({ path: { id: "a" } }).catch((error) => console.log(error.status));
  `;
  const run = promisify(execFile)(process.execPath, ["--input-type=module", "--eval", code], {
    cwd: import.meta.dirname,
  });
  await expect(run).resolves.toMatchObject({ stdout: "404\n", stderr: "" });
});
