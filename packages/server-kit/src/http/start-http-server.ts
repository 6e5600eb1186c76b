import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { respondToPreflight } from "./cors.ts";
import type { Delivery } from "./delivery.ts";
import { asksForPage } from "../page/asks-for-page.ts";
import type { Page } from "../page/reference-page.ts";
import { findRefusedHost } from "./check-host.ts";
import { asksForHealth } from "./health.ts";
import { BodyTooLong, MAX_BODY_BYTES, readRequest, type ReceivedRequest } from "./read-request.ts";
import { checkHeaders, sendDelivery } from "./send-delivery.ts";

export interface HttpServerOptions {
  /** 0 for a free port. */
  readonly port: number;
  readonly host: string;
  /** Host names to accept, besides those of this machine. Default: no others on a loopback address, all on another address. */
  readonly allowHosts?: readonly string[] | undefined;
  /** The page that browsers get at `/`. Calls of the API do not get it. */
  readonly page?: Page | undefined;
  /** The time for the header `Date`, in milliseconds since 1970. Default: this machine's time. */
  readonly now?: (() => number) | undefined;
  /** Called for each request except preflights, the page and health checks. If it throws, the response is a 500 with the error. */
  readonly respond: (request: ReceivedRequest) => Promise<Delivery>;
}

export interface HttpServer {
  /** Its URL on this machine. */
  readonly url: string;
  /** Refuses connections from now on. Requests that have arrived still get their response. */
  stopListening(): void;
  /** Accepts connections again, on the same port. */
  listenAgain(): void;
  /** Ends open connections and frees the port. */
  close(): Promise<void>;
}

/** Throws what `listen` throws, for example if the port is in use. */
export async function startHttpServer(options: HttpServerOptions): Promise<HttpServer> {
  const { port, host } = options;
  let isClosed = false;
  const server = createServer((message, response) => void serve(message, response));
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject).listen(port, host, resolve);
  });
  const address = server.address() as AddressInfo;

  async function serve(message: IncomingMessage, response: ServerResponse): Promise<void> {
    const delivery = await prepare(message, options, address.address).catch((error: unknown) => describeFault(error));
    if (!server.listening) response.setHeader("connection", "close");
    setDate(response, options.now);
    await sendDelivery(response, delivery).catch(() => response.destroy());
  }
  return {
    url: `http://${reachableHost(address)}:${address.port}`,
    stopListening() {
      if (server.listening) server.close();
    },
    listenAgain() {
      // The address needs no DNS lookup, so the server listens when this returns.
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

/** Uses the server's own clock. If that throws, Node sends this machine's time. */
function setDate(response: ServerResponse, now: HttpServerOptions["now"]): void {
  try {
    if (now) response.setHeader("date", new Date(now()).toUTCString());
  } catch {}
}

/** `/` depends on `Accept`, and another server may use the same port soon. */
const PAGE_HEADERS = { "content-type": "text/html; charset=utf-8", vary: "accept", "cache-control": "no-store" };

async function prepare(
  message: IncomingMessage,
  { allowHosts, page, respond }: HttpServerOptions,
  address: string,
): Promise<Delivery> {
  const foreign = findRefusedHost(message, address, allowHosts);
  if (foreign !== undefined) return refuseHost(foreign);
  const preflight = respondToPreflight(message);
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
  const body = `Refused: this server does not accept the Host ${JSON.stringify(host)}. Use localhost, or allow that name.\n`;
  return { response: { status: 403, headers: { "content-type": "text/plain; charset=utf-8" }, body } };
}

function describeFault(error: unknown): Delivery {
  if (error instanceof BodyTooLong) {
    const body = `The body is longer than ${MAX_BODY_BYTES} bytes.\n`;
    // The rest of the body is not read.
    const headers = { "content-type": "text/plain; charset=utf-8", connection: "close" };
    return { response: { status: 413, headers, body } };
  }
  return { response: { status: 500, headers: { "content-type": "text/plain" }, body: String(error) } };
}

/** A client cannot call an address that means all addresses of this machine. */
function reachableHost({ address, family }: AddressInfo): string {
  if (address === "0.0.0.0") return "127.0.0.1";
  if (address === "::") return "[::1]";
  return family === "IPv6" ? `[${address}]` : address;
}
