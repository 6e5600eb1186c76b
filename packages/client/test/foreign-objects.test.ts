import { afterEach, describe, expect, test, vi } from "vitest";
import {
  createGridClient,
  createGridFetch,
  type GridClientOptions,
  type GridEvent,
  isGridError,
} from "../src/index.ts";
import { catchError } from "./support/catch-error.ts";
import { authorization, credentials } from "./support/example-ids.ts";
import { respondJson, serveScript } from "./support/scripted-server.ts";

const server = await serveScript();

afterEach(() => vi.unstubAllGlobals());

const query = { accountId: "a" };
const create = (options: GridClientOptions = {}) =>
  createGridClient({ ...credentials, baseUrl: server.url, maxRetries: 0, ...options });
const rejecting = (error: unknown) => {
  const fetchNothing = async () => {
    throw error;
  };
  return create({ fetch: fetchNothing }).listAuthSessions({ query });
};

describe("a fetch that rejects with an unusual value gives a GridConnectionError", () => {
  const circle = new Error("around");
  circle.cause = circle;
  const long = new Error("first", { cause: new Error("second", { cause: circle }) });
  const getters = ["name", "cause", "code", "message"].map((name) => [name, { get: () => expect.unreachable() }]);
  const throwing = Object.defineProperties(new Error("x"), Object.fromEntries(getters) as PropertyDescriptorMap);
  const { proxy: revoked, revoke } = Proxy.revocable(new Error("x"), {});
  revoke();

  test.each([
    ["an error that is its own cause", circle],
    ["an error whose cause is", long],
    ["an error whose getters throw", throwing],
    ["a revoked proxy", revoked],
    ["undefined", undefined],
    ["null", null],
    ["a string", "no"],
    ["a code that is not a string", Object.assign(new Error("x"), { code: 7 })],
    ["an object without a prototype", Object.create(null)],
  ])("%s", async (_, reason: unknown) => {
    const error = await catchError(rejecting(reason));
    expect(isGridError(error, { kind: "connection" })).toBe(true);
    expect(error).toMatchObject({ attempts: 1, mayHaveBeenProcessed: true });
  });
});

test("a code is found behind an error that is its own cause", async () => {
  const outer = new Error("outer");
  const refused = Object.assign(new Error("inner", { cause: outer }), { code: "ECONNREFUSED" });
  outer.cause = refused;
  expect(await catchError(rejecting(outer))).toMatchObject({ mayHaveBeenProcessed: false });
});

test("an abort rejects with a reason whose getter throws, and the events continue", async () => {
  const reason = Object.defineProperty({}, "name", { get: () => expect.unreachable() });
  const controller = new AbortController();
  server.script(() => controller.abort(reason));
  const events: GridEvent[] = [];
  const grid = create({ onEvent: (event) => events.push(event) });
  expect(await catchError(grid.listAuthSessions({ query, signal: controller.signal }))).toBe(reason);
  expect(events).toMatchObject([{ type: "request" }, { type: "error", reason: "unknown" }, { outcome: "aborted" }]);
});

test("isGridError is false for a value whose getters throw", () => {
  const { proxy, revoke } = Proxy.revocable({}, {});
  revoke();
  expect(isGridError(proxy)).toBe(false);
});

describe("grid.http refuses, before it sends anything, a path that does not begin with a slash", () => {
  test.each(["@host.example/auth", ":1/auth", "auth", "", "?a", undefined, null, 7, {}])("%j", async (path) => {
    server.script(respondJson(200, {}));
    expect(await catchError(create().http.GET(path as never, {} as never))).toMatchObject({
      kind: "input",
      message: expect.stringContaining('a path must begin with "/"'),
    });
    expect(server.requests).toEqual([]);
  });

  test("and createGridFetch refuses a URL that is not valid, and does not show it", async () => {
    const gridFetch = createGridFetch({ ...credentials, baseUrl: server.url });
    for (const url of ["/auth/sessions", "https://user:pa55word@host.example/", "", "::"]) {
      const error = await catchError(gridFetch(url));
      expect(error).toMatchObject({ kind: "input" });
      expect(String(error)).not.toContain("pa55word");
    }
  });
});

describe("a polluted Object.prototype", () => {
  const polluted = Object.prototype as Record<string, unknown>;
  afterEach(() => {
    for (const name of Object.keys(values)) delete polluted[name];
  });

  const stranger = vi.fn<() => never>();
  const values: Record<string, unknown> = {
    baseUrl: "https://stranger.example",
    clientSecret: "stolen",
    timeoutMs: -1,
    fetch: stranger,
    onEvent: stranger,
    retryUnsafe: 1,
    headers: { "x-stranger": "1" },
    header: { "x-stranger": "1" },
    path: { accountId: "stranger" },
    params: { query: { accountId: "stranger" } },
    middleware: [{ onRequest: stranger }],
    querySerializer: stranger,
  };
  test.each(Object.keys(values))("sets no option of a client or a call: %s", async (name) => {
    server.script(respondJson(200, { data: [] }));
    const calls = () => {
      const grid = create();
      const gridFetch = createGridFetch({ ...credentials, baseUrl: server.url });
      return [
        grid.listAuthSessions({ query }),
        grid.withOptions({ maxRetries: 1 }).listAuthSessions({ query }),
        grid.http.GET("/auth/sessions", { params: { query } }),
        gridFetch(`${server.url}/auth/sessions`),
      ];
    };
    polluted[name] = values[name];
    const outcomes = await Promise.allSettled(calls());
    delete polluted[name];
    expect(outcomes.map((outcome) => (outcome as { reason?: unknown }).reason)).toEqual(outcomes.map(() => undefined));
    expect(stranger).not.toHaveBeenCalled();
    expect(server.requests).toHaveLength(4);
    // The platform's own Request reads polluted headers, which the last call makes.
    for (const { headers } of server.requests.slice(0, 3)) expect(headers).not.toHaveProperty("x-stranger");
    for (const { headers, body, target } of server.requests) {
      expect(headers).toMatchObject({ authorization });
      expect(body).toBe("");
      expect(target).not.toContain("stranger");
    }
  });
});

test.each(["constructor", "toString", "hasOwnProperty"])("a header can be called %s", async (name) => {
  server.script(respondJson(200, { data: [] }));
  const headers = JSON.parse(`{"${name}":"own"}`) as Record<string, string>;
  await create({ headers }).listAuthSessions({ query });
  await create().listAuthSessions({ query, headers });
  expect(
    server.requests.map((request) => Object.entries(request.headers).find(([key]) => key === name.toLowerCase())?.[1]),
  ).toEqual(["own", "own"]);
});

describe("an environment variable that must not be read", () => {
  test("counts as not set: explicit credentials are enough", async () => {
    const env = new Proxy({}, { get: () => expect.unreachable("NotCapable: Requires env access") });
    vi.stubGlobal("process", { env });
    expect(() => createGridClient(credentials)).not.toThrow();
    expect(() => createGridClient()).toThrow(/clientId is missing/);
  });

  test("counts as not set if the whole environment must not be read", () => {
    vi.stubGlobal("process", Object.defineProperty({}, "env", { get: () => expect.unreachable() }));
    expect(() => createGridClient(credentials)).not.toThrow();
  });
});
