import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { text as readText } from "node:stream/consumers";
import { expect, onTestFinished, test } from "vitest";
import { type Exchange, exchanges, fetchOnRecord } from "../../server/wire.ts";

const MASK = "•••";
const text = `{"type":"OAUTH","oidcToken":"secret-1","deep":[{"newPassword":"secret-2"},{"sealedKey":{"is":"secret-3"}}]}`;
const bytes = new TextEncoder().encode(text);
const init = {
  method: "POST",
  headers: {
    authorization: "Basic secret-4",
    "content-type": "application/json",
    "grid-wallet-signature": "secret-5",
    "request-id": "r-1",
  },
};
const shown = {
  "grid-wallet-signature": MASK,
  "request-id": "r-1",
  type: "OAUTH",
  oidcToken: MASK,
  deep: [{ newPassword: MASK }, { sealedKey: MASK }],
};

/** Sends to an API that responds with the text; resolves to what it received and to the record. */
async function record(response: string, send: (url: string) => Promise<Response>) {
  const received: string[] = [];
  const api = createServer(async (request, outgoing) => {
    received.push(await readText(request));
    outgoing.end(response);
  }).listen(0, "127.0.0.1");
  await once(api, "listening");
  onTestFinished(() => void api.close());
  const seen: Exchange[] = [];
  const { port } = api.address() as AddressInfo;
  const got = await exchanges.run(seen, () => send(`http://127.0.0.1:${port}/auth/credentials`));
  expect([await got.text(), received]).toEqual([response, [text]]);
  expect(JSON.stringify(seen)).not.toContain("secret-");
  return seen;
}

test.each<[string, (url: string) => Promise<Response>]>([
  ["a string", (url) => fetchOnRecord(url, { ...init, body: text })],
  ["an ArrayBuffer", (url) => fetchOnRecord(url, { ...init, body: bytes.buffer })],
  ["a typed array", (url) => fetchOnRecord(url, { ...init, body: bytes })],
  ["part of a buffer", (url) => fetchOnRecord(url, { ...init, body: Buffer.from(`xx${text}`).subarray(2) })],
  ["a Request", (url) => fetchOnRecord(new Request(url, { ...init, body: text }))],
  ["a Request and an init", (url) => fetchOnRecord(new Request(url), { ...init, body: bytes })],
])("a body is recorded with its secrets masked at any depth: %s", async (_, send) => {
  expect(await record("", send)).toEqual([{ call: "POST /auth/credentials", sent: shown, outcome: "200" }]);
});

test.each([
  [
    `{"id":"a","nested":{"Session_Token":"secret-6"},"list":[{"otp":"secret-7"}]}`,
    { id: "a", nested: { Session_Token: MASK }, list: [{ otp: MASK }] },
  ],
  ["<p>secret-8</p>", { body: "not shown" }],
  [`"secret-9"`, { body: "not shown" }],
])("a response is recorded in the same way: %s", async (response, got) => {
  expect(await record(response, (url) => fetchOnRecord(url, { ...init, body: text }))).toMatchObject([{ got }]);
});

test("a request without a response is recorded, too", async () => {
  const seen: Exchange[] = [];
  const sending = exchanges.run(seen, () => fetchOnRecord("http://127.0.0.1:1/auth", { ...init, body: text }));
  await expect(sending).rejects.toThrow("fetch failed");
  expect(seen).toEqual([{ call: "POST /auth", sent: shown, outcome: "no response" }]);
});
