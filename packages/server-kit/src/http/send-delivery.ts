import { type ServerResponse, validateHeaderName, validateHeaderValue } from "node:http";
// Not the globals: a test environment such as jsdom replaces them.
import { clearInterval, clearTimeout, setInterval, setTimeout } from "node:timers";
import { CORS_HEADERS } from "./cors.ts";
import type { Delivery, PreparedResponse } from "./delivery.ts";

const TRICKLE_MS = 20;
/** The response that is cut off if the real one has no body. */
const FILLER = { status: 200, headers: { "content-type": "application/json" }, body: { id: "x".repeat(100) } };

/** Sends a response as its delivery says. A delay ends early if the connection closes. */
export async function sendDelivery(target: ServerResponse, delivery: Delivery): Promise<void> {
  const { response, delayMs = 0, networkError } = delivery;
  if (delayMs > 0) await wait(delayMs, target);
  if (target.destroyed) return;
  if (networkError === undefined) return sendResponse(target, response);
  if (networkError === "reset") return void target.socket?.resetAndDestroy();
  if (networkError === "silence") return;
  sendHalf(target, response, () => {
    if (networkError === "reset-in-body") target.socket?.resetAndDestroy();
    if (networkError === "truncated") target.socket?.end();
    if (networkError === "trickle") trickle(target);
  });
}

/** Throws a `TypeError` for a header that cannot be sent. */
export function checkHeaders(headers: PreparedResponse["headers"]): void {
  for (const [name, value] of Object.entries(headers)) {
    validateHeaderName(name);
    validateHeaderValue(name, value);
  }
}

function wait(delayMs: number, target: ServerResponse): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, delayMs);
    target.once("close", () => {
      clearTimeout(timer);
      resolve();
    });
  });
}

function sendResponse(target: ServerResponse, response: PreparedResponse): void {
  const { status, headers } = response;
  const payload = readPayload(response);
  if (payload !== undefined) return void target.writeHead(status, { ...CORS_HEADERS, ...headers }).end(payload);
  const { "content-type": _, ...withoutType } = headers;
  target.writeHead(status, { ...CORS_HEADERS, ...withoutType }).end();
}

function sendHalf(target: ServerResponse, response: PreparedResponse, then: () => void): void {
  const whole = readPayload(response) === undefined ? FILLER : response;
  const payload = Buffer.from(readPayload(whole) ?? "");
  target.writeHead(whole.status, { ...CORS_HEADERS, ...whole.headers, "content-length": payload.length + 1_000_000 });
  target.write(payload.subarray(0, Math.ceil(payload.length / 2)), then);
}

function readPayload({ headers, body, raw }: PreparedResponse): string | Uint8Array | undefined {
  if (raw !== undefined) return raw.length > 0 ? raw : undefined;
  if (body === undefined) return undefined;
  return typeof body === "string" && !/[/+]json\b/i.test(headers["content-type"] ?? "") ? body : JSON.stringify(body);
}

function trickle(target: ServerResponse): void {
  const timer = setInterval(() => target.write(" "), TRICKLE_MS);
  target.once("close", () => clearInterval(timer));
}
