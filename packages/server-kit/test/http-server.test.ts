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

/** Sends the first line as it stands, which fetch would not. */
async function sendTarget(method: string, target: string): Promise<string> {
  const socket = connect(Number(new URL(server.url).port), "127.0.0.1");
  socket.end(`${method} ${target} HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n`);
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

test("reads a target that is no path", async () => {
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
