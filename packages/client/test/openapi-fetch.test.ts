import { wrapAsPathBasedClient } from "openapi-fetch";
import { beforeEach, describe, expect, test } from "vitest";
import {
  createGridClient,
  type GridClient,
  type GridClientOptions,
  type GridEvent,
  GridInputError,
  type GridMiddleware,
} from "../src/index.ts";
import { catchError } from "./support/catch-error.ts";
import { authorization, credentials } from "./support/example-ids.ts";
import { respond, respondJson, serveScript } from "./support/scripted-server.ts";

const server = await serveScript();
let grid: GridClient;

beforeEach(() => {
  server.script(respondJson(200, { data: [] }));
  grid = create();
});

const create = (options: GridClientOptions = {}) =>
  createGridClient({ ...credentials, baseUrl: server.url, ...options });
const SESSIONS = "/auth/sessions";
const params = { query: { accountId: "a" } };
const list = (client = grid) => client.listAuthSessions({ query: { accountId: "a" } });
const mark = (name: string): GridMiddleware => ({
  onRequest({ request }) {
    request.headers.append("x-marks", name);
  },
});
const sent = () => server.requests.at(-1);

describe("grid.http", () => {
  test("has every method of openapi-fetch, and request()", async () => {
    const http = grid.http as unknown as Record<string, (path: string, init: object) => Promise<unknown>>;
    // TRACE is one that fetch refuses to send.
    for (const method of ["GET", "PUT", "POST", "DELETE", "OPTIONS", "HEAD", "PATCH"]) {
      server.script(respond(200, method === "HEAD" ? "" : "{}"));
      await http[method]?.(SESSIONS, { params });
      expect(sent()).toMatchObject({ method, target: "/auth/sessions?accountId=a", headers: { authorization } });
    }
    expect(await catchError(http["TRACE"]?.(SESSIONS, { params }) ?? Promise.resolve())).toBeInstanceOf(TypeError);
    await grid.http.request("get", SESSIONS, { params });
    expect(sent()).toMatchObject({ method: "GET", target: "/auth/sessions?accountId=a" });
  });

  test("can be called by path", async () => {
    const { data } = await wrapAsPathBasedClient(grid.http)[SESSIONS].GET({ params });
    expect(data).toEqual({ data: [] });
    expect(sent()?.headers).toMatchObject({ authorization });
  });

  test("reads a response as parseAs says", async () => {
    const read = (parseAs: "json" | "text" | "blob" | "arrayBuffer" | "stream") =>
      grid.http.GET(SESSIONS, { params, parseAs }).then(({ data }) => data as unknown);
    const text = '{"data":[]}';
    expect(await read("json")).toEqual({ data: [] });
    expect(await read("text")).toBe(text);
    expect(await ((await read("blob")) as Blob).text()).toBe(text);
    expect(new TextDecoder().decode((await read("arrayBuffer")) as ArrayBuffer)).toBe(text);
    expect(await new Response((await read("stream")) as ReadableStream).text()).toBe(text);
  });

  test("returns bytes as they are, which text would change", async () => {
    server.script((socket) =>
      socket.end(Buffer.concat([Buffer.from("HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\n"), Buffer.of(255, 0, 128)])),
    );
    const { data } = await grid.http.GET(SESSIONS, { params, parseAs: "arrayBuffer" });
    expect([...new Uint8Array(data as ArrayBuffer)]).toEqual([255, 0, 128]);
  });

  test("aborts a stream that is being read", async () => {
    server.script((socket) => socket.write('HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{"data"'));
    const controller = new AbortController();
    const { data } = await grid.http.GET(SESSIONS, { params, parseAs: "stream", signal: controller.signal });
    const reader = (data as ReadableStream<Uint8Array>).getReader();
    expect(new TextDecoder().decode((await reader.read()).value)).toBe('{"data"');
    controller.abort(new Error("enough"));
    expect(await catchError(reader.read())).toMatchObject({ message: "enough" });
  });

  test.each(["chunked", "with its length"])(
    "returns the platform's own response, %s, whose body can be read once",
    async (how) => {
      if (how === "chunked") server.script(respond(200, '{"data":[]}', { "Content-Length": undefined }));
      const seen: unknown[] = [];
      const onResponse = async ({ response }: { response: Response }) =>
        void seen.push(response.bodyUsed, await response.clone().json(), response.body instanceof ReadableStream);
      const { response } = await grid.http.GET(SESSIONS, { params, middleware: [{ onResponse }] });
      expect(seen).toEqual([false, { data: [] }, true]);
      expect(response).toBeInstanceOf(Response);
      expect(response.url).toBe(`${server.url}/auth/sessions?accountId=a`);
      expect(response.bodyUsed).toBe(true);
      expect(await catchError(response.text())).toBeInstanceOf(TypeError);
    },
  );

  test.each(["chunked", "with its length"])("returns a response, %s, whose body has been read", async (how) => {
    if (how === "chunked") server.script(respond(200, '{"data":[]}', { "Content-Length": undefined }));
    const { response } = await grid.http.GET(SESSIONS, { params });
    expect(response.bodyUsed).toBe(true);
    expect(await catchError(response.text())).toBeInstanceOf(TypeError);
  });

  test.each([
    ["an object", { "x-a": 1, "x-b": true, "x-c": ["1", "2"] }, { "x-a": "1", "x-b": "true", "x-c": "1, 2" }],
    ["Headers", new Headers({ "x-a": "1" }), { "x-a": "1" }],
    ["a list", [["x-a", "1"]] as [string, string][], { "x-a": "1" }],
    [
      "a list with a name twice",
      [
        ["x-a", "1"],
        ["x-a", "2"],
      ] as [string, string][],
      { "x-a": "1, 2" },
    ],
    ["a Map", new Map([["x-a", "1"]]) as unknown as Headers, { "x-a": "1" }],
  ])("accepts headers as %s, for a client or a call", async (_, headers, expected) => {
    await grid.http.GET(SESSIONS, { params, headers });
    expect(sent()?.headers).toMatchObject(expected);
    await list(create({ headers }));
    expect(sent()?.headers).toMatchObject(expected);
    await grid.listAuthSessions({ ...params, headers });
    expect(sent()?.headers).toMatchObject(expected);
  });

  test("removes a header of the client with null, for a call", async () => {
    const client = create({ headers: { "x-a": "1", "x-b": "2" } });
    await client.listAuthSessions({ ...params, headers: { "x-a": null, "x-b": undefined } });
    expect(sent()?.headers).not.toHaveProperty("x-a");
    expect(sent()?.headers).toMatchObject({ "x-b": "2" });
  });

  test("sends with the fetch of a call instead of the client's", async () => {
    const seen: [Request, RequestInit][] = [];
    const given = async (request: Request, init: RequestInit) => {
      seen.push([request, init]);
      return fetch(request);
    };
    for (const call of [
      () => grid.http.GET(SESSIONS, { params, fetch: given as typeof fetch }),
      () => grid.listAuthSessions({ ...params, fetch: given }),
    ]) {
      await call();
      expect(sent()?.headers).toMatchObject({ authorization });
    }
    expect(seen).toHaveLength(2);
    expect(seen[0]?.[0]).toBeInstanceOf(Request);
    expect(seen[0]?.[1]).toMatchObject({ method: "GET", redirect: "manual" });
  });

  test("makes requests of the given class, with the other fields of the call", async () => {
    class OwnRequest extends Request {}
    const seen: Request[] = [];
    const client = create({ Request: OwnRequest, fetch: (request) => (seen.push(request), fetch(request)) });
    await client.http.POST("/auth/credentials", { body: { type: "EMAIL_OTP", accountId: "a" }, note: "kept" });
    expect(seen[0]).toBeInstanceOf(OwnRequest);
    expect(seen[0]).toHaveProperty("note", "kept");
    expect(sent()?.body).toBe('{"type":"EMAIL_OTP","accountId":"a"}');
  });

  test("passes requestInitExt to fetch", async () => {
    const inits: unknown[] = [];
    const fetchWith = async (request: Request, init: unknown) => (inits.push(init), fetch(request));
    await list(create({ requestInitExt: { verbose: true }, fetch: fetchWith }));
    expect(inits).toMatchObject([{ verbose: true }]);
  });

  test("writes queries, bodies and paths with the serializers of the client or the call", async () => {
    const client = create({
      querySerializer: { array: { style: "form", explode: false } },
      bodySerializer: (body) => `client ${JSON.stringify(body)}`,
      pathSerializer: (path, values) => path.replace("{id}", `c-${values["id"]}`),
    });
    const query = { accountId: "a", more: ["a", "b"] };
    await client.listAuthSessions({ query });
    expect(sent()?.target).toBe("/auth/sessions?accountId=a&more=a,b");
    await client.http.GET(SESSIONS, { params: { query } });
    expect(sent()?.target).toBe("/auth/sessions?accountId=a&more=a,b");
    await client.http.GET(SESSIONS, {
      params: { query },
      querySerializer: { array: { style: "form", explode: true } },
    });
    expect(sent()?.target).toBe("/auth/sessions?accountId=a&more=a&more=b");
    await client.http.GET(SESSIONS, { params: { query }, querySerializer: { allowReserved: true } });
    expect(sent()?.target).toBe("/auth/sessions?accountId=a&more=a,b");
    await client.http.GET(SESSIONS, { params: { query }, querySerializer: () => `q=${query.more.length}` });
    expect(sent()?.target).toBe("/auth/sessions?q=2");

    const verify = "/auth/credentials/{id}/verify";
    // The API decides what this body must contain: here any body works.
    const call = { params: { path: { id: "1" } }, body: { any: "body" } as never };
    await client.http.POST(verify, call);
    expect(sent()).toMatchObject({
      target: "/auth/credentials/c-1/verify",
      body: `client ${JSON.stringify(call.body)}`,
    });
    await client.http.POST(verify, {
      ...call,
      bodySerializer: () => "call",
      pathSerializer: (path, values) => path.replace("{id}", `p-${values["id"]}`),
    });
    expect(sent()).toMatchObject({ target: "/auth/credentials/p-1/verify", body: "call" });
  });
});

describe("middleware", () => {
  test("runs in the order client, use(), call, for methods and grid.http", async () => {
    const client = create({ middleware: [mark("client")] });
    const used = mark("used");
    client.http.use(used);
    await client.listAuthSessions({ ...params, middleware: [mark("call")] });
    expect(sent()?.headers).toMatchObject({ "x-marks": "client, used, call" });
    await client.http.GET(SESSIONS, { params, middleware: [mark("call")] });
    expect(sent()?.headers).toMatchObject({ "x-marks": "client, used, call" });
    client.http.eject(used);
    await list(client);
    expect(sent()?.headers).toMatchObject({ "x-marks": "client" });
  });

  test("runs from any iterable, and is refused if it is not in a list", async () => {
    const asSet = new Set([mark("set")]) as unknown as GridMiddleware[];
    await list(create({ middleware: asSet }));
    expect(sent()?.headers).toMatchObject({ "x-marks": "set" });
    await create({}).listAuthSessions({ ...params, middleware: asSet });
    expect(sent()?.headers).toMatchObject({ "x-marks": "set" });

    const alone = mark("alone") as unknown as GridMiddleware[];
    expect(() => create({ middleware: alone })).toThrow("middleware must be a list; got object.");
    const { requests } = server;
    const count = requests.length;
    expect(await catchError(create({}).listAuthSessions({ ...params, middleware: alone }))).toBeInstanceOf(
      GridInputError,
    );
    expect(await catchError(create({}).http.GET(SESSIONS, { params, middleware: alone }))).toBeInstanceOf(
      GridInputError,
    );
    expect(requests).toHaveLength(count);
  });

  test("gets the parameters as a plain object", async () => {
    const seen: unknown[] = [];
    const look: GridMiddleware = { onRequest: ({ params: given }) => void seen.push(given.hasOwnProperty("query")) };
    await create({}).http.GET(SESSIONS, { params, middleware: [look] });
    expect(seen).toEqual([true]);
  });

  test("sees the id of the call, and never the credentials", async () => {
    const seen: unknown[] = [];
    const client = create({
      middleware: [
        {
          onRequest: ({ schemaPath, params: given, request, options }) =>
            void seen.push(schemaPath, given, request.headers.get("authorization"), options.baseUrl),
          onResponse: ({ request }) => void seen.push(request.headers.get("authorization")),
        },
      ],
    });
    await list(client);
    expect(seen).toMatchObject([SESSIONS, { query: { accountId: "a" } }, null, server.url, null]);
    expect(sent()?.headers).toMatchObject({ authorization });
  });

  test("finds nothing on the request but the id of its call", async () => {
    const names: string[][] = [];
    const onRequest = ({ request }: { request: Request }) => void names.push(Object.keys(request));
    const watched = create({ middleware: [{ onRequest }], onEvent: () => {} });
    await watched.listAuthSessions({ query: { accountId: "a" }, maxRetries: 1, timeoutMs: 1_000, signal: null });
    await watched.revokeAuthSession({ path: { id: "a" }, header: { "Request-Id": "r-1" } }).catch(() => {});
    expect(names).toEqual([["callId"], ["callId"]]);
  });

  test("finds on the request the id that the call's events have", async () => {
    const ids: unknown[] = [];
    const onRequest = ({ request }: { request: Request }) => void ids.push((request as { callId?: number }).callId);
    const onEvent = ({ callId }: GridEvent) => ids.push(callId);
    await list(create({ middleware: [{ onRequest }], onEvent }));
    expect(ids[0]).toEqual(expect.any(Number));
    expect(new Set(ids).size).toBe(1);
  });

  test("may give its request a signal, which ends the call", async () => {
    server.script(() => {});
    const reason = new Error("middleware's own limit");
    const onRequest = ({ request }: { request: Request }) =>
      new Request(request, { signal: AbortSignal.any([AbortSignal.abort(reason)]) });
    expect(await catchError(list(create({ middleware: [{ onRequest }] })))).toBe(reason);
  });

  test("can change what a method resolves to", async () => {
    const data = [{ id: "changed" }];
    const onResponse = async ({ response }: { response: Response }) =>
      Response.json(
        { ...((await response.json()) as object), data },
        { status: 200, headers: { "x-by": "middleware" } },
      );
    const result = await list(create({ middleware: [{ onResponse }] }));
    expect(result.data.data).toEqual(data);
    expect(result.headers.get("x-by")).toBe("middleware");
  });

  test("can replace an error with another one or with a response", async () => {
    const explain = (): Error => new Error("explained");
    const broken = () => Promise.reject(new TypeError("no network"));
    const failing = create({ fetch: broken, maxRetries: 0, middleware: [{ onError: explain }] });
    expect(await catchError(list(failing))).toMatchObject({ message: "explained" });
    const answer = () => Response.json({ data: [] });
    expect((await list(create({ fetch: broken, maxRetries: 0, middleware: [{ onError: answer }] }))).data).toEqual({
      data: [],
    });
  });
});

test("a response that is not documented names the documented statuses", async () => {
  server.script(respondJson(203, {}));
  expect(await catchError(list())).toMatchObject({
    name: "GridResponseError",
    status: 203,
    message: expect.stringMatching(/the specification of \d{4}-\d\d-\d\d documents 200$/),
  });
});

test.each([300, 304])("reports %i as it is", async (status) => {
  server.script(respond(status, "", { "Content-Length": undefined }));
  expect(await catchError(list())).toMatchObject({
    name: "GridResponseError",
    status,
    message: expect.stringContaining(`${status} with an undocumented status`),
  });
});
