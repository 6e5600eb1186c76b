import { describe, expect, test, vi } from "vitest";
import { createGridClient, createGridFetch, type GridClientOptions, type GridEvent } from "../src/index.ts";
import { catchError } from "./support/catch-error.ts";
import { credentials } from "./support/example-ids.ts";
import { respond, respondJson, serveScript } from "./support/scripted-server.ts";

const server = await serveScript();

const tooMany = respond(429, "", { "Retry-After": "0" });
const query = { accountId: "a" };
const list = (options: GridClientOptions) =>
  createGridClient({ ...credentials, baseUrl: server.url, ...options }).listAuthSessions({ query });
const sent = () =>
  server.requests.map(({ headers }) => Buffer.from((headers["authorization"] ?? "").slice(6), "base64").toString());

describe("credentials as functions", () => {
  test("are called before each attempt, sync or async, of a method, grid.http and createGridFetch", async () => {
    let calls = 0;
    const options = {
      clientId: () => `id-${++calls}`,
      clientSecret: async () => `secret-${calls}`,
      baseUrl: server.url,
    };
    server.script(tooMany, respondJson(200, { data: [] }));
    await list(options);
    expect(sent()).toEqual(["id-1:secret-1", "id-2:secret-2"]);
    await createGridClient(options).http.GET("/auth/sessions", { params: { query } });
    await createGridFetch(options)(`${server.url}/auth/sessions`);
    expect(sent().slice(2)).toEqual(["id-3:secret-3", "id-4:secret-4"]);
  });

  test("can be combined with a string or a variable", async () => {
    vi.stubEnv("GRID_CLIENT_ID", "env-id");
    server.script(respondJson(200, { data: [] }));
    await list({ clientId: undefined, clientSecret: () => "s" });
    vi.unstubAllEnvs();
    expect(sent()).toEqual(["env-id:s"]);
  });

  test("that are rotated are masked in a response that repeats them", async () => {
    const secrets = ["first-secret", "second-secret"];
    let calls = 0;
    const events: GridEvent[] = [];
    server.script(
      respond(429, "", { "Retry-After": "0", "X-Request-Id": "is first-secret" }),
      respondJson(400, { message: "not second-secret" }),
    );
    const error = await catchError(
      list({ clientSecret: () => secrets[calls++] ?? "", onEvent: (event) => events.push(event) }),
    );
    expect(error).toMatchObject({ serverMessage: "not ***" });
    expect(events[1]).toMatchObject({ requestId: "is ***" });
  });

  test.each<[string, () => unknown]>([
    ["throws", () => expect.unreachable("vault")],
    ["rejects", () => Promise.reject(new Error("vault"))],
    ["gives nothing", () => undefined],
    ["gives what no credential is", () => 7],
    ["gives control characters", () => "a\r\nb"],
  ])("fail with a GridConfigError if one %s, and nothing is sent", async (_, clientSecret) => {
    server.script(respondJson(200, { data: [] }));
    const error = await catchError(list({ clientSecret: clientSecret as () => string }));
    const call = { operationId: "listAuthSessions", attempts: 0, mayHaveBeenProcessed: false };
    expect(error).toMatchObject({ kind: "config", message: expect.stringContaining("clientSecret"), ...call });
    expect(server.requests).toEqual([]);
  });

  test("that fail have the reason as the cause, and mayHaveBeenProcessed of the first attempt", async () => {
    const why = new Error("vault");
    let calls = 0;
    const clientSecret = () => {
      if (calls++ > 0) throw why;
      return "secret";
    };
    server.script(respond(503));
    const error = await catchError(list({ clientSecret }));
    expect(error).toMatchObject({ kind: "config", cause: why, attempts: 1, mayHaveBeenProcessed: true });
    expect(server.requests).toHaveLength(1);
  });

  test("end with the call's time limits and its signal", async () => {
    server.script(respondJson(200, { data: [] }));
    const clientSecret = () => new Promise<never>(() => {});
    for (const limits of [{ timeoutMs: 20 }, { deadlineMs: 20 }]) {
      expect(await catchError(list({ clientSecret, ...limits }))).toMatchObject({
        kind: "config",
        message: expect.stringMatching(/clientId and clientSecret did not arrive within \d+ ms/),
      });
    }
    const reason = new Error("enough");
    const controller = new AbortController();
    const call = catchError(list({ clientSecret, signal: controller.signal }));
    controller.abort(reason);
    expect(await call).toBe(reason);
    expect(server.requests).toEqual([]);
  });
});
