import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { answerPreflight } from "./cors.ts";
import type { Delivery } from "./delivery.ts";
import { asksForPage } from "../page/asks-for-page.ts";
import type { Page } from "../page/reference-page.ts";
import { findForeignHost, type HostRules } from "./check-host.ts";
import { asksForHealth } from "./health.ts";
import { BodyTooLong, MAX_BODY_BYTES, readRequest, type ReceivedRequest } from "./read-request.ts";
import { checkHeaders, sendDelivery } from "./send-delivery.ts";

export interface HttpServerOptions {
  /** 0 for a free one. */
  readonly port: number;
  readonly host: string;
  /** The names that it may be called by, besides this machine's. Default: none on a loopback address, any on others. */
  readonly allowHosts?: readonly string[] | undefined;
  /** What browsers get at `/`; calls of the API are none of it. */
  readonly page?: Page | undefined;
  /** What each response's `Date` says, in milliseconds since 1970. Default: this machine's time. */
  readonly now?: (() => number) | undefined;
  /** Not asked for preflights, the page, and what only asks whether the server is up. What it throws is responded with, as a 500. */
  readonly respond: (request: ReceivedRequest) => Promise<Delivery>;
}

export interface HttpServer {
  /** Where this machine reaches it. */
  readonly url: string;
  /** From now on connections are refused. What is being responded to still is. */
  stopListening(): void;
  /** Takes connections again, on the same port. */
  listenAgain(): void;
  /** Ends open connections and frees the port. */
  close(): Promise<void>;
}

/** Throws what `listen` throws, for example for a port that is taken. */
export async function startHttpServer(options: HttpServerOptions): Promise<HttpServer> {
  const { port, host } = options;
  let isClosed = false;
  const server = createServer((message, response) => void serve(message, response));
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject).listen(port, host, resolve);
  });
  const address = server.address() as AddressInfo;

  async function serve(message: IncomingMessage, response: ServerResponse): Promise<void> {
    const rules = { address: address.address, allowHosts: options.allowHosts };
    const delivery = await prepare(message, options, rules).catch((error: unknown) => describeFault(error));
    if (!server.listening) response.setHeader("connection", "close");
    setDate(response, options.now);
    await sendDelivery(response, delivery).catch(() => response.destroy());
  }
  return {
    url: `http://${reachableHost(address)}:${address.port}`,
    stopListening() {
      if (!server.listening) return;
      server.close();
    },
    listenAgain() {
      // By the address, which needs no look-up: it listens when this returns.
      if (!server.listening && !isClosed) server.listen(address.port, address.address);
    },
    async close() {
      if (isClosed) return;
      isClosed = true;
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
    },
  };
}

/** By the server's own clock. Where that fails, Node says this machine's time. */
function setDate(response: ServerResponse, now: HttpServerOptions["now"]): void {
  try {
    if (now) response.setHeader("date", new Date(now()).toUTCString());
  } catch {}
}

/** What else is at `/` depends on `Accept`, and another server may soon have the port. */
const PAGE_HEADERS = { "content-type": "text/html; charset=utf-8", vary: "accept", "cache-control": "no-store" };

async function prepare(
  message: IncomingMessage,
  { page, respond }: HttpServerOptions,
  rules: HostRules,
): Promise<Delivery> {
  const foreign = findForeignHost(message, rules);
  if (foreign !== undefined) return refuseHost(foreign);
  const preflight = answerPreflight(message);
  if (preflight) return { response: { status: 204, headers: preflight, body: undefined } };
  if (page && asksForPage(message)) {
    return { response: { status: 200, headers: PAGE_HEADERS, body: undefined, raw: await page() } };
  }
  if (asksForHealth(message, page !== undefined)) {
    return { response: { status: 200, headers: { "content-type": "application/json" }, body: { status: "ok" } } };
  }
  const delivery = await respond(await readRequest(message));
  checkHeaders(delivery.response.headers);
  return delivery;
}

function refuseHost(host: string): Delivery {
  const body = `Refused: this server is not called ${JSON.stringify(host)}. Call it by localhost, or allow that name.\n`;
  return { response: { status: 403, headers: { "content-type": "text/plain; charset=utf-8" }, body } };
}

function describeFault(error: unknown): Delivery {
  if (error instanceof BodyTooLong) {
    const body = `The body is longer than ${MAX_BODY_BYTES} bytes.\n`;
    // What follows of the body is not read.
    const headers = { "content-type": "text/plain; charset=utf-8", connection: "close" };
    return { response: { status: 413, headers, body } };
  }
  return { response: { status: 500, headers: { "content-type": "text/plain" }, body: String(error) } };
}

/** An address that stands for all of the machine's is none that a client can call. */
function reachableHost({ address, family }: AddressInfo): string {
  if (address === "0.0.0.0") return "127.0.0.1";
  if (address === "::") return "[::1]";
  return family === "IPv6" ? `[${address}]` : address;
}
