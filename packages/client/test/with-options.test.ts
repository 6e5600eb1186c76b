import { beforeEach, describe, expect, test, vi } from "vitest";
import {
  createGridClient,
  type GridClientOptions,
  GridConfigError,
  type GridEvent,
  type GridMiddleware,
} from "../src/index.ts";
import { catchError } from "./support/catch-error.ts";
import { authorization, credentials } from "./support/example-ids.ts";
import { respond, respondJson, serveScript } from "./support/scripted-server.ts";

const server = await serveScript();

beforeEach(() => server.script(respondJson(200, { data: [] })));

const query = { accountId: "a" };
const create = (options: GridClientOptions = {}) =>
  createGridClient({ ...credentials, baseUrl: server.url, maxRetryDelayMs: 0, ...options });
const sent = () => server.requests.at(-1)?.headers;
const mark = (name: string): GridMiddleware => ({
  onRequest: ({ request }) => void request.headers.append("x-marks", name),
});

describe("withOptions gives a client", () => {
  test("with limits of its own, and leaves the first as it was", async () => {
    const grid = create();
    const patient = grid.withOptions({ maxRetries: 4, timeoutMs: undefined });
    server.script(respond(429));
    expect(await catchError(patient.listAuthSessions({ query }))).toMatchObject({ attempts: 5 });
    expect(await catchError(grid.listAuthSessions({ query }))).toMatchObject({ attempts: 3 });
    expect(await catchError(patient.listAuthSessions({ query, maxRetries: 0 }))).toMatchObject({ attempts: 1 });
  });

  test("like the first if nothing changes", async () => {
    await create({ headers: { "X-A": "1" } })
      .withOptions(undefined as never)
      .listAuthSessions({ query });
    expect(sent()).toMatchObject({ authorization, "x-a": "1" });
  });

  test("whose options may all be null", async () => {
    const nothing = { Request: null, querySerializer: null, pathSerializer: null, bodySerializer: null, fetch: null };
    await create(nothing as object).listAuthSessions({ query, ...(nothing as object) });
    await create().http.GET("/auth/sessions", { params: { query }, ...(nothing as object) });
    expect(server.requests).toHaveLength(2);
  });

  test("with the same log, whatever the environment has become", async () => {
    const lines: string[] = [];
    const write = (line: string) => void lines.push(line);
    const grid = create({ logger: { debug: write, info: write, warn: write, error: write } });
    vi.stubEnv("GRID_LOG", "verbose");
    const other = grid.withOptions({ maxRetries: 0 });
    vi.unstubAllEnvs();
    await other.listAuthSessions({ query });
    expect(lines).toHaveLength(2);
  });

  test("with credentials of its own", async () => {
    const grid = create();
    await grid.withOptions({ clientId: "tenant", clientSecret: () => "s" }).listAuthSessions({ query });
    expect(sent()).toMatchObject({ authorization: `Basic ${btoa("tenant:s")}` });
    await grid.withOptions({ clientSecret: "s" }).listAuthSessions({ query });
    expect(sent()).toMatchObject({ authorization: `Basic ${btoa("token-id:s")}` });
    await grid.withOptions({ clientSecret: undefined }).listAuthSessions({ query });
    expect(sent()).toMatchObject({ authorization });
  });

  test("with headers that override the first client's, and that a call overrides", async () => {
    const grid = create({ headers: { "X-A": "1", "X-B": "1", "X-C": "1", "X-D": "1" } });
    const second = grid.withOptions({ headers: { "x-b": "2", "x-c": null } });
    const third = second.withOptions({ headers: new Headers({ "x-d": "3" }) });
    await third.listAuthSessions({ query, headers: { "X-D": "4" } });
    expect(sent()).toMatchObject({ "x-a": "1", "x-b": "2", "x-d": "4" });
    expect(sent()).not.toHaveProperty("x-c");
    await third.http.GET("/auth/sessions", { params: { query } });
    expect(sent()).toMatchObject({ "x-b": "2", "x-d": "3" });
    await grid.listAuthSessions({ query });
    expect(sent()).toMatchObject({ "x-a": "1", "x-b": "1", "x-c": "1", "x-d": "1" });
  });

  test("with a fetch and a signal of its own", async () => {
    const reason = new Error("enough");
    const grid = create();
    const aborted = grid.withOptions({ signal: AbortSignal.abort(reason) });
    expect(await catchError(aborted.listAuthSessions({ query }))).toBe(reason);
    const stub = grid.withOptions({ fetch: async () => Response.json({ data: [1] }) });
    expect((await stub.listAuthSessions({ query })).data.data).toEqual([1]);
    expect(server.requests).toEqual([]);
  });

  test("that shares middleware, whichever client gets it, at any time", async () => {
    const grid = create({ middleware: [mark("options")] });
    const second = grid.withOptions({ maxRetries: 0 });
    grid.http.use(mark("first"));
    second.http.use(mark("second"));
    for (const client of [grid, second]) {
      await client.listAuthSessions({ query });
      expect(sent()).toMatchObject({ "x-marks": "options, first, second" });
    }
  });

  test("that shares the observer and the quota of retries", async () => {
    const events: GridEvent[] = [];
    const grid = create({ onEvent: (event) => events.push(event) });
    const second = grid.withOptions({ timeoutMs: 10_000 });
    server.script(respond(503));
    for (let calls = 0; calls < 5; calls++) await catchError(grid.listAuthSessions({ query }));
    expect(await catchError(second.listAuthSessions({ query }))).toMatchObject({ attempts: 1 });
    expect(events.at(-1)).toMatchObject({ type: "end", attempt: 1 });
    expect(new Set(events.map(({ callId }) => callId)).size).toBe(6);
  });
});

test("withOptions refuses the same options as createGridClient", () => {
  const grid = create();
  for (const options of [{ timeoutMs: -1 }, { headers: { "X A": "1" } }, { clientId: "a:b" }]) {
    expect(() => grid.withOptions(options)).toThrow(GridConfigError);
  }
  // @ts-expect-error the credentials would go elsewhere
  const same = grid.withOptions({ baseUrl: "https://elsewhere.example" });
  return expect(same.listAuthSessions({ query })).resolves.toMatchObject({ status: 200 });
});
