import { connect } from "node:net";
import { text } from "node:stream/consumers";
import { brotliCompressSync, deflateSync, gzipSync } from "node:zlib";
import { beforeAll, expect, test } from "vitest";
import { type Delivery, type HttpServer, type ReceivedRequest, startHttpServer } from "../src/index.ts";

const ok: Delivery = { response: { status: 200, headers: { "content-type": "application/json" }, body: { a: 1 } } };
const received: ReceivedRequest[] = [];
let deliver: () => Delivery = () => ok;
let server: HttpServer;

beforeAll(async () => {
  const respond = async (request: ReceivedRequest) => {
    received.push(request);
    return deliver();
  };
  server = await startHttpServer({ port: 0, host: "127.0.0.1", respond });
  return () => server.close();
});

/** Sends the first line unchanged, which fetch would not do. */
async function sendTarget(method: string, target: string): Promise<string> {
  const socket = connect(Number(new URL(server.url).port), "127.0.0.1");
  socket.end(`${method} ${target} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n`);
  return text(socket);
}

test.each([
  ["/a/b?c=1", "/a/b", { c: "1" }],
  ["/a?c=1&c=2&d=%20", "/a", { c: ["1", "2"], d: " " }],
  ["http://api.example/a/b?c=1", "/a/b", { c: "1" }],
  ["http://api.example", "/", {}],
  ["/a/%zz", "/a/%zz", {}],
])("reads the target %s", async (target, path, query) => {
  deliver = () => ok;
  expect(await sendTarget("GET", target)).toMatch(/^HTTP\/1\.1 200 /);
  expect(received.at(-1)).toMatchObject({ path, query });
});

test("reads a target that is not a path", async () => {
  await sendTarget("OPTIONS", "*");
  expect(received.at(-1)).toMatchObject({ method: "OPTIONS", path: "*" });
});

test.each([
  ["gzip", gzipSync],
  ["deflate", deflateSync],
  ["br", brotliCompressSync],
  ["identity", (body: string) => Buffer.from(body)],
  ["gzip, br", (body: string) => brotliCompressSync(gzipSync(body))],
])("decodes a body in %s", async (encoding, encode) => {
  const body = new Uint8Array(encode('{"a":"ä"}'));
  await fetch(server.url, { method: "POST", headers: { "content-encoding": encoding }, body });
  expect(received.at(-1)?.body).toEqual({ a: "ä" });
});

test.each([
  ["gzip", "is not valid gzip"],
  ["zap", "has a content-encoding that is not understood: zap"],
])("says what is wrong with a body in %s", async (encoding, syntaxError) => {
  await fetch(server.url, { method: "POST", headers: { "content-encoding": encoding }, body: "{}" });
  expect(received.at(-1)).toMatchObject({ syntaxError });
});

test.each([
  ["application/json", "a", '"a"'],
  ["application/problem+json", 1, "1"],
  ["application/json", false, "false"],
  ["application/json", null, "null"],
  ["text/plain", "a", "a"],
])("sends %s %j", async (type, body, sent) => {
  deliver = () => ({ response: { status: 200, headers: { "content-type": type }, body } });
  expect(await (await fetch(server.url)).text()).toBe(sent);
});

test("sends what is raw as it is", async () => {
  deliver = () => ({ response: { status: 502, headers: {}, body: undefined, raw: "<p>" } });
  const response = await fetch(server.url);
  expect([response.status, await response.text()]).toEqual([502, "<p>"]);
});

test("responds 500 with the reason for a header that cannot be sent, and lives on", async () => {
  deliver = () => ({ response: { ...ok.response, headers: { "x-name": "Łódź" } } });
  const response = await fetch(server.url);
  expect(response.status).toBe(500);
  expect(await response.text()).toContain('Invalid character in header content ["x-name"]');
  deliver = () => ok;
  expect((await fetch(server.url)).status).toBe(200);
});

const outcome = async () => {
  const response = await fetch(server.url, { signal: AbortSignal.timeout(1_000) });
  return response.text();
};
test.each([
  ["reset", "ECONNRESET"],
  ["reset-in-body", "terminated"],
  ["truncated", "terminated"],
  ["silence", "TimeoutError"],
  ["silence-in-body", "TimeoutError"],
  ["trickle", "TimeoutError"],
] as const)("breaks a response by %s", async (networkError, reason) => {
  deliver = () => ({ ...ok, networkError });
  const error = await outcome().catch((thrown: Error) => thrown);
  expect(error).toBeInstanceOf(Error);
  const { name, message, cause } = error as Error & { cause?: { code?: string } };
  expect(`${name} ${message} ${cause?.code}`).toContain(reason === "ECONNRESET" ? "fetch failed" : reason);
});

test("breaks in the body of a response that has none, too", async () => {
  deliver = () => ({ response: { status: 204, headers: {}, body: undefined }, networkError: "truncated" });
  await expect(outcome()).rejects.toThrow("terminated");
});

test("keeps a response back, and closes without waiting for it", async () => {
  const respond = async () => ({ ...ok, delayMs: 2_147_483_647 });
  const slow = await startHttpServer({ port: 0, host: "127.0.0.1", respond });
  const pending = fetch(slow.url).catch((error: Error) => error.message);
  await new Promise((resolve) => setTimeout(resolve, 50));
  await slow.close();
  expect(await pending).toBe("fetch failed");
});

test("refuses connections while it does not listen, also on those that were kept", async () => {
  deliver = () => ok;
  await (await fetch(server.url)).text();
  server.stopListening();
  const error = await fetch(server.url).catch((thrown: Error) => thrown);
  expect(error).toMatchObject({ cause: { code: "ECONNREFUSED" } });
  server.listenAgain();
  expect((await fetch(server.url)).status).toBe(200);
});

test.each([
  ["0.0.0.0", /^http:\/\/127\.0\.0\.1:\d+$/],
  ["127.0.0.1", /^http:\/\/127\.0\.0\.1:\d+$/],
])("gives a URL that this machine can call, for %s", async (host, url) => {
  const other = await startHttpServer({ port: 0, host, respond: async () => ok });
  expect(other.url).toMatch(url);
  expect((await fetch(other.url)).status).toBe(200);
  await other.close();
});

test("refuses a foreign Host on a loopback address, and accepts this machine's names and those that are allowed", async () => {
  deliver = () => ok;
  const ask = async (host: string, { url }: HttpServer) => {
    const socket = connect(Number(new URL(url).port), "127.0.0.1");
    socket.end(`GET /a HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`);
    return Number((await text(socket)).split(" ")[1]);
  };
  for (const host of ["eve.example", "eve.example:80", "localhost.eve.example", "10.0.0.1", "127.0.0.1.eve.example"]) {
    expect([host, await ask(host, server)]).toEqual([host, 403]);
  }
  for (const host of ["localhost", "LOCALHOST:1", "app.localhost", "127.0.0.1:4020", "127.8.8.8", "[::1]:80"]) {
    expect([host, await ask(host, server)]).toEqual([host, 200]);
  }
  const respond = async () => ok;
  await using stack = new AsyncDisposableStack();
  const start = async (more: object) => {
    const other = await startHttpServer({ port: 0, host: "127.0.0.1", respond, ...more });
    stack.defer(() => other.close());
    return other;
  };
  const named = await start({ allowHosts: ["emulator"] });
  expect([await ask("emulator:4020", named), await ask("eve.example", named)]).toEqual([200, 403]);
  const open = await start({ host: "0.0.0.0" });
  expect(await ask("emulator:4020", open)).toBe(200);
  const narrow = await start({ host: "0.0.0.0", allowHosts: ["emulator"] });
  expect([await ask("emulator", narrow), await ask("eve.example", narrow)]).toEqual([200, 403]);
});

test.each([
  ["GET", "/__grid/health"],
  ["HEAD", "/__grid/health"],
  ["GET", "/__grid/health?a=1"],
])("says that it is up: %s %s, and nobody is asked", async (method, path) => {
  const before = received.length;
  const response = await fetch(server.url + path, { method });
  expect([response.status, await response.text()]).toEqual([200, method === "HEAD" ? "" : '{"status":"ok"}']);
  expect(received).toHaveLength(before);
});

test("says that it is up at the root, where that is its own", async () => {
  const page = async () => Buffer.from("<p>");
  const respond = async (): Promise<Delivery> => ({ response: { status: 404, headers: {}, body: undefined } });
  const other = await startHttpServer({ port: 0, host: "127.0.0.1", page, respond });
  const ask = async (init: RequestInit) => (await fetch(other.url, init)).status;
  expect([await ask({}), await ask({ method: "HEAD" }), await ask({ method: "POST" })]).toEqual([200, 200, 404]);
  const html = await fetch(other.url, { headers: { accept: "text/html" } });
  expect(await html.text()).toBe("<p>");
  await other.close();
});

test.each([
  ["a body", undefined, () => Buffer.alloc(5 * 1024 * 1024, "a")],
  ["gzip that is", "gzip", () => gzipSync(Buffer.alloc(50 * 1024 * 1024, "a"))],
  ["br that is", "br", () => brotliCompressSync(Buffer.alloc(50 * 1024 * 1024, "a"))],
])("refuses %s too long", async (_, encoding, make) => {
  const before = received.length;
  const headers = encoding === undefined ? {} : { "content-encoding": encoding };
  const response = await fetch(server.url, { method: "POST", headers, body: new Uint8Array(make()) });
  expect([response.status, await response.text()]).toEqual([413, "The body is longer than 4194304 bytes.\n"]);
  expect(received).toHaveLength(before);
});

test("listens again when listenAgain returns, on a name too", async () => {
  const other = await startHttpServer({ port: 0, host: "localhost", respond: async () => ok });
  for (let round = 0; round < 5; round += 1) {
    other.stopListening();
    await new Promise((resolve) => setTimeout(resolve, 5));
    other.listenAgain();
    expect((await fetch(other.url)).status).toBe(200);
  }
  await other.close();
});
