import type { Socket } from "node:net";
import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import {
  createGridClient,
  createGridFetch,
  type GridClientOptions,
  type GridFetchResponse,
  isGridError,
} from "../src/index.ts";
import { catchError } from "./support/catch-error.ts";
import { credentials } from "./support/example-ids.ts";
import { type Behaviour, respond, respondJson, serveScript } from "./support/scripted-server.ts";

const server = await serveScript();

const query = { accountId: "a" };
const create = (options: GridClientOptions = {}) =>
  createGridClient({ ...credentials, baseUrl: server.url, maxRetryDelayMs: 0, ...options });
const list = (options?: GridClientOptions) => create(options).listAuthSessions({ query });

/** Sends a head and then an endless body, and counts the bytes. */
function flood(head: string, chunk = "x".repeat(65_536)): Behaviour & { sent: number } {
  const behave = Object.assign(
    (socket: Socket) => {
      const write = () => {
        while (!socket.destroyed && socket.write(chunk)) behave.sent += chunk.length;
      };
      socket.on("drain", write).write(`${head}\r\nContent-Type: application/json\r\nContent-Length: 900000000\r\n\r\n`);
      write();
    },
    { sent: 0 },
  );
  return behave;
}

describe("the documented body of an error is read as a whole", () => {
  const body = {
    status: 400,
    code: "INVALID_INPUT",
    message: "No.",
    details: { errors: Array(2_000).fill("too long") },
  };

  test("by a method and by grid.http, at any length", async () => {
    server.script(respondJson(400, body));
    const error = await catchError(list());
    expect(error).toMatchObject({ code: "INVALID_INPUT", serverMessage: "No.", details: body.details, body });
    expect(isGridError(error, "INVALID_INPUT")).toBe(true);
    expect((await create().http.GET("/auth/sessions", { params: { query } })).error).toEqual(body);
  });

  test("up to maxResponseBytes, beyond which its beginning is kept as text", async () => {
    server.script(respondJson(400, body));
    const error = await catchError(list({ maxResponseBytes: 15_000 }));
    const text = JSON.stringify(body);
    expect(error).toMatchObject({ status: 400, code: undefined, body: `${text.slice(0, 10_000)}… (cut off)` });
    expect(await catchError(list({ maxResponseBytes: text.length }))).toMatchObject({ code: "INVALID_INPUT" });
  });

  test("and a body that only looks like it is cut", async () => {
    server.script(respond(502, `[${"x".repeat(20_000)}`));
    expect(await catchError(list({ maxRetries: 0 }))).toMatchObject({
      status: 502,
      body: `[${"x".repeat(9_999)}… (cut off)`,
    });
  });
});

test("an error page is read to its limit and no further", async () => {
  const page = flood("HTTP/1.1 500 Status");
  const closed: Promise<unknown>[] = [];
  server.script((socket) => {
    closed.push(new Promise((resolve) => socket.on("close", resolve)));
    page(socket);
  });
  const error = await catchError(list());
  expect(error).toMatchObject({ status: 500, attempts: 3, body: `${"x".repeat(10_000)}… (cut off)` });
  await Promise.all(closed);
  // The server fills the buffers between the two before the client can stop it.
  expect(page.sent).toBeLessThan(90_000_000);
});

test("an error page whose rest never comes is cut, and does not time out", async () => {
  server.script((socket) => {
    const head = ["HTTP/1.1 500 Status", "Content-Type: text/html", "Content-Length: 1000000", "", ""].join("\r\n");
    socket.write(head + "x".repeat(100_000));
  });
  const error = await catchError(list({ maxRetries: 0, timeoutMs: 5_000 }));
  expect(error).toMatchObject({ kind: "api", status: 500, body: `${"x".repeat(10_000)}… (cut off)` });
});

describe("a success of more than maxResponseBytes", () => {
  const long = respondJson(200, { data: ["x".repeat(1_000)] });
  const calls: [string, (options: GridClientOptions) => Promise<unknown>][] = [
    ["a method", list],
    ["grid.http", (options) => create(options).http.GET("/auth/sessions", { params: { query } })],
    [
      "grid.http, as bytes",
      (options) => create(options).http.GET("/auth/sessions", { params: { query }, parseAs: "blob" }),
    ],
    [
      "createGridFetch",
      (options) =>
        createGridFetch({ ...credentials, baseUrl: server.url, ...options } as object)(`${server.url}/auth/sessions`),
    ],
  ];

  test.each(calls)("is refused, and not retried: %s", async (_, call) => {
    server.script(long);
    const error = await catchError(call({ maxResponseBytes: 1_000 }));
    expect(error).toMatchObject({ kind: "response", status: 200, attempts: 1, mayHaveBeenProcessed: true });
    expect((error as Error).message).toContain("200 with more than 1000 bytes: see maxResponseBytes");
    expect(server.requests).toHaveLength(1);
    await call({ maxResponseBytes: 1_013 });
  });

  test("is refused while it arrives, by default after five million bytes", async () => {
    const endless = flood("HTTP/1.1 200 OK", `"${"x".repeat(65_536)}`);
    const { promise: closed, resolve } = Promise.withResolvers<void>();
    server.script((socket) => {
      socket.on("close", () => resolve());
      endless(socket);
    });
    expect(await catchError(list())).toMatchObject({
      kind: "response",
      attempts: 1,
      message: expect.stringContaining("more than 5000000 bytes"),
    });
    await closed;
  });

  test("is counted after decompression", async () => {
    const bomb = gzipSync(JSON.stringify({ data: ["x".repeat(20_000_000)] }));
    expect(bomb.length).toBeLessThan(30_000);
    server.script((socket) => {
      const head = `HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: ${bomb.length}\r\nConnection: close\r\n\r\n`;
      socket.end(Buffer.concat([Buffer.from(head), bomb]));
    });
    expect(await catchError(list())).toMatchObject({ kind: "response", attempts: 1 });
  });

  test("is refused by a call's own limit, which overrides the client's", async () => {
    server.script(long);
    const grid = create({ maxResponseBytes: 10 });
    expect((await grid.listAuthSessions({ query, maxResponseBytes: 2_000 })).status).toBe(200);
  });

  test("is refused for a response without a stream", async () => {
    const headers = new Map();
    const stub = async () =>
      ({ status: 200, ok: true, headers, text: async () => `{"data":["äöü"]}` }) as GridFetchResponse;
    expect((await list({ fetch: stub, maxResponseBytes: 19 })).data.data).toEqual(["äöü"]);
    expect(await catchError(list({ fetch: stub, maxResponseBytes: 18 }))).toMatchObject({ kind: "response" });
  });
});

describe("nothing is left open", () => {
  /** A head and the beginning of a body, without an end. */
  const hang = (status: number) => (socket: Socket) =>
    socket.write(`HTTP/1.1 ${status} Status\r\nLocation: /\r\nContent-Length: 100000\r\n\r\n{"a`);
  const deaf = (request: Request) => fetch(request.url, { redirect: "manual" });

  test.each<[string, number, GridClientOptions, aborts?: boolean]>([
    ["a redirect", 307, {}],
    ["a redirect that a given fetch resolves to", 307, { fetch: deaf }],
    ["a time limit", 200, { timeoutMs: 100 }],
    ["a time limit that a given fetch does not heed", 200, { timeoutMs: 100, fetch: deaf }],
    ["a body that is too long", 200, { maxResponseBytes: 1 }],
    ["a body that is too long of a given fetch", 200, { maxResponseBytes: 1, fetch: deaf }],
    ["an abort", 200, {}, true],
    ["an abort that a given fetch does not heed", 200, { fetch: deaf }, true],
  ])("after %s", async (_, status, options, aborts = false) => {
    const { promise: closed, resolve } = Promise.withResolvers<void>();
    const controller = new AbortController();
    server.script((socket) => {
      socket.on("close", () => resolve());
      hang(status)(socket);
      if (aborts) setTimeout(() => controller.abort(), 100);
    });
    const { signal } = controller;
    expect(await catchError(list({ maxRetries: 0, signal, ...options }))).toBeInstanceOf(Error);
    await closed;
  });

  test("after a response that comes too late", async () => {
    const { promise: closed, resolve } = Promise.withResolvers<void>();
    server.script((socket) => {
      socket.on("close", () => resolve());
      hang(200)(socket);
    });
    const late = async (request: Request) => {
      const response = await deaf(request);
      await new Promise((done) => setTimeout(done, 200));
      return response;
    };
    expect(await catchError(list({ maxRetries: 0, timeoutMs: 50, fetch: late }))).toMatchObject({ kind: "timeout" });
    await closed;
  });
});

describe("a body that was read before the client reads it is reported", () => {
  test("if a given fetch has read the response", async () => {
    server.script(respondJson(200, { data: [] }));
    const logging = async (request: Request) => {
      const response = await fetch(request);
      await response.text();
      return response;
    };
    expect(await catchError(list({ fetch: logging }))).toMatchObject({
      kind: "response",
      attempts: 1,
      message: expect.stringContaining("200 with a body that was read before: read a clone"),
    });
  });

  test("if middleware has read the response", async () => {
    server.script(respondJson(200, { data: [] }));
    const onResponse = async ({ response }: { response: Response }) => void (await response.json());
    const grid = create({ middleware: [{ onResponse }] });
    const added = create();
    added.http.use({ onResponse });
    const message = expect.stringContaining("200 with a body that was read before: read a clone");
    const reported = { kind: "response", operationId: "listAuthSessions", message };
    for (const call of [
      grid.listAuthSessions({ query }),
      grid.http.GET("/auth/sessions", { params: { query } }),
      added.listAuthSessions({ query }),
      create().listAuthSessions({ query, middleware: [{ onResponse }] }),
    ]) {
      expect(await catchError(call)).toMatchObject(reported);
    }
  });

  test("if middleware has read the request, and nothing is sent", async () => {
    server.script(respondJson(201, {}));
    const onRequest = async ({ request }: { request: Request }) => void (await request.text());
    const grid = create({ middleware: [{ onRequest }] });
    const error = await catchError(grid.createAuthCredential({ body: { type: "EMAIL_OTP", accountId: "a" } }));
    expect(error).toMatchObject({ kind: "config", message: expect.stringContaining("read a clone") });
    expect(server.requests).toEqual([]);
  });
});
