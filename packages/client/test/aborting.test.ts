import { execFile } from "node:child_process";
import { getEventListeners } from "node:events";
import { promisify } from "node:util";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { createGridClient, type GridClient } from "../src/index.ts";
import { catchError } from "./support/catch-error.ts";
import { credentialId, credentials } from "./support/example-ids.ts";
import {
  beginAnswer,
  respond,
  respondJson,
  type ScriptedServer,
  startScriptedServer,
  stayStill,
  trickle,
} from "./support/scripted-server.ts";

const stack = new AsyncDisposableStack();
let server: ScriptedServer;
let grid: GridClient;

beforeAll(async () => {
  server = stack.use(await startScriptedServer());
});
beforeEach(() => {
  grid = createGridClient({ ...credentials, baseUrl: server.url });
});
afterAll(() => stack.disposeAsync());

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
    ["while the server hangs in the body", beginAnswer(stayStill)],
    ["while the body trickles", beginAnswer(trickle)],
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
    const controller = new AbortController();
    server.script(respond(429, "", { "Retry-After": "5" }));
    const waiting = createGridClient({
      ...credentials,
      baseUrl: server.url,
      onEvent: ({ type }) => type === "retry" && setImmediate(() => controller.abort(reason)),
    });
    expect(await catchError(challenge(controller.signal, waiting))).toBe(reason);
    expect(server.requests).toHaveLength(1);
    expect(getEventListeners(controller.signal, "abort")).toEqual([]);
  });

  test("even if the given fetch heeds no signal", async () => {
    const deaf = createGridClient({ ...credentials, fetch: () => new Promise(() => {}) });
    const controller = new AbortController();
    const call = catchError(challenge(controller.signal, deaf));
    controller.abort(reason);
    expect(await call).toBe(reason);
  });

  test("as a DOMException where no reason is given", async () => {
    expect(await catchError(challenge(AbortSignal.abort()))).toMatchObject({ name: "AbortError" });
  });
});

test("leaves no listener on a signal that outlives the call", async () => {
  server.script(respondJson(200, { type: "EMAIL_OTP" }));
  const { signal } = new AbortController();
  await challenge(signal);
  expect(getEventListeners(signal, "abort")).toEqual([]);
});

test("times out even if the given fetch heeds no signal", async () => {
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
