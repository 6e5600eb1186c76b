import createClient from "openapi-fetch";
import { Request as UndiciRequest, fetch as undiciFetch } from "undici";
import { describe, expect, test } from "vitest";
import { type paths, revision } from "@grid-sdk/core";
import { createFetch } from "../src/create-fetch.ts";
import { createGridFetch, type GridEvent } from "../src/index.ts";
import { catchError } from "./support/catch-error.ts";
import { authorization, credentials } from "./support/example-ids.ts";
import { respond, respondJson, serveScript } from "./support/scripted-server.ts";

const server = await serveScript();
// Separate, since a request that timed out may still arrive during the next test.
const silent = await serveScript();

const tooMany = respond(429, "", { "Retry-After": "0" });
const params = { query: { accountId: "a" } };

describe("createGridFetch", () => {
  test("sends a request on which a router has put fields of its own", async () => {
    server.script(respondJson(200, { data: [] }));
    const request = Object.assign(new Request(`${server.url}/auth/sessions?a=1`), { path: "/", query: "a=1" });
    const gridFetch = createGridFetch({ ...credentials, baseUrl: server.url });
    expect((await gridFetch(request)).status).toBe(200);
  });

  test("gives a team's own createClient credentials, retries and limits", async () => {
    const events: GridEvent[] = [];
    const gridFetch = createGridFetch({ ...credentials, baseUrl: server.url, onEvent: (event) => events.push(event) });
    const client = createClient<paths>({ baseUrl: server.url, fetch: gridFetch });
    server.script(tooMany, respondJson(200, { data: [] }));
    expect((await client.GET("/auth/sessions", { params })).data).toEqual({ data: [] });
    expect(server.requests.map(({ headers }) => headers["authorization"])).toEqual([authorization, authorization]);
    expect(events.at(-1)).toMatchObject({
      type: "end",
      operationId: "listAuthSessions",
      outcome: "success",
      attempt: 2,
    });

    server.script(tooMany);
    const { response } = await client.GET("/auth/sessions", { params, maxRetries: 0 });
    expect(response.status).toBe(429);
    expect(server.requests).toHaveLength(1);
    const late = createClient<paths>({
      baseUrl: silent.url,
      fetch: createGridFetch({ ...credentials, baseUrl: silent.url }),
    });
    expect(await catchError(late.GET("/auth/sessions", { params, timeoutMs: 20, maxRetries: 0 }))).toMatchObject({
      kind: "timeout",
      path: "/auth/sessions",
    });
  });

  test("is a fetch: accepts a URL and an init, and retries with the same body", async () => {
    const gridFetch = createGridFetch({ ...credentials, baseUrl: server.url });
    server.script(tooMany, respondJson(201, { id: "a" }));
    const response = await gridFetch(`${server.url}/auth/credentials`, { method: "POST", body: '{"a":1}' });
    expect(await response.json()).toEqual({ id: "a" });
    expect(server.requests.map(({ body }) => body)).toEqual(['{"a":1}', '{"a":1}']);
  });

  test("sends the headers of its options, where a request has none of that name, and passes requestInitExt to fetch", async () => {
    const inits: unknown[] = [];
    const gridFetch = createGridFetch({
      ...credentials,
      baseUrl: server.url,
      headers: { "X-Team": "wallet", "X-Call": ["a", "b"], "X-None": null },
      requestInitExt: { verbose: true },
      fetch: (request, init) => (inits.push(init), fetch(request)),
    });
    server.script(respondJson(200, {}));
    await gridFetch(`${server.url}/auth/sessions`, { headers: { "x-team": "own" } });
    expect(server.requests[0]?.headers).toMatchObject({ "x-team": "own", "x-call": "a, b", authorization });
    expect(server.requests[0]?.headers).not.toHaveProperty("x-none");
    expect(inits).toMatchObject([{ verbose: true }]);
  });

  test("obeys a signal, and refuses a URL outside its baseUrl and a limit that is not valid", async () => {
    const gridFetch = createGridFetch({ ...credentials, baseUrl: `${server.url}/grid` });
    server.script(() => {});
    const reason = new Error("enough");
    const signal = AbortSignal.abort(reason);
    expect(await catchError(gridFetch(`${server.url}/grid/auth/sessions`, { signal }))).toBe(reason);
    expect(await catchError(gridFetch(`${server.url}/auth/sessions`))).toMatchObject({ kind: "config" });
    const request = Object.assign(new Request(`${server.url}/grid/auth/credentials/a`), { timeoutMs: -1 });
    expect(await catchError(gridFetch(request))).toMatchObject({ kind: "input" });
    expect(server.requests).toEqual([]);
  });

  test("accepts a Request of another implementation", async () => {
    const gridFetch = createGridFetch({ ...credentials, baseUrl: server.url, fetch: undiciFetch });
    server.script(respondJson(200, { data: [] }));
    const request = new UndiciRequest(`${server.url}/auth/sessions`, { headers: { "x-a": "1" } });
    expect((await gridFetch(request as unknown as Request)).status).toBe(200);
    expect(server.requests[0]).toMatchObject({ target: "/auth/sessions", headers: { "x-a": "1", authorization } });
  });

  test("names the operation of a URL below a path of the base, and only with its method", async () => {
    const seen: unknown[] = [];
    const onEvent = ({ type, operationId, path }: GridEvent) => type === "request" && seen.push([operationId, path]);
    const gridFetch = createGridFetch({ ...credentials, baseUrl: `${server.url}/grid/v1`, onEvent });
    server.script(respond(204, "", { "Content-Length": undefined }));
    await gridFetch(`${server.url}/grid/v1/auth/sessions/a`, { method: "DELETE" });
    await gridFetch(`${server.url}/grid/v1/auth/sessions/a`, { method: "PUT", body: "" });
    expect(seen).toEqual([
      ["revokeAuthSession", "/auth/sessions/{id}"],
      [undefined, "/auth/sessions/a"],
    ]);
  });

  test("names the literal path before a template, whichever the specification has first", async () => {
    const seen: unknown[] = [];
    const success = { 200: "json" } as const;
    const rows = { any: { method: "GET", path: "/x/{id}", success }, one: { method: "GET", path: "/x/own", success } };
    for (const names of [
      ["any", "one"],
      ["one", "any"],
    ] as const) {
      const operationTable = Object.fromEntries(names.map((name) => [name, rows[name]]));
      const onEvent = ({ type, operationId }: GridEvent) => type === "request" && seen.push(operationId);
      const gridFetch = createFetch({ ...revision, operationTable }, { ...credentials, baseUrl: server.url, onEvent });
      server.script(respondJson(200, {}));
      await gridFetch(`${server.url}/x/own`);
      await gridFetch(`${server.url}/x/other`);
    }
    expect(seen).toEqual(["one", "any", "one", "any"]);
  });

  test("retries a method only if it is harmless, after any failure", async () => {
    const gridFetch = createGridFetch({ ...credentials, baseUrl: server.url, maxRetryDelayMs: 0 });
    for (const [method, count] of [
      ["OPTIONS", 3],
      ["FORGET", 1],
      ["GETTER", 1],
    ] as const) {
      server.script(respond(500));
      await gridFetch(`${server.url}/x`, { method });
      expect(server.requests).toHaveLength(count);
    }
  });

  test("names the operation that a URL addresses, a literal path before a template", async () => {
    const seen: unknown[] = [];
    const onEvent = ({ type, operationId, path }: GridEvent) => type === "request" && seen.push([operationId, path]);
    const gridFetch = createGridFetch({ ...credentials, baseUrl: server.url, onEvent });
    server.script(respond(204, "", { "Content-Length": undefined }));
    await gridFetch(`${server.url}/auth/sessions/Session%3A1`, { method: "DELETE" });
    await gridFetch(`${server.url}/other/place`);
    expect(seen).toEqual([
      ["revokeAuthSession", "/auth/sessions/{id}"],
      [undefined, "/other/place"],
    ]);
  });
});
