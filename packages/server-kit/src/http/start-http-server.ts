import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { answerPreflight } from "./cors.ts";
import type { Delivery } from "./delivery.ts";
import { asksForPage } from "../page/asks-for-page.ts";
import type { Page } from "../page/reference-page.ts";
import { readRequest, type ReceivedRequest } from "./read-request.ts";
import { checkHeaders, sendDelivery } from "./send-delivery.ts";

export interface HttpServerOptions {
  /** 0 for a free one. */
  readonly port: number;
  readonly host: string;
  /** What browsers get at `/`; calls of the API are none of it. */
  readonly page?: Page | undefined;
  /** Not asked for preflights and the page. What it throws is responded with, as a 500. */
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
export async function startHttpServer({ port, host, page, respond }: HttpServerOptions): Promise<HttpServer> {
  let isClosed = false;
  const server = createServer((message, response) => void serve(message, response));
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject).listen(port, host, resolve);
  });
  const address = server.address() as AddressInfo;

  async function serve(message: IncomingMessage, response: ServerResponse): Promise<void> {
    const delivery = await prepare(message, respond, page).catch((error: unknown) => describeFault(error));
    if (!server.listening) response.setHeader("connection", "close");
    await sendDelivery(response, delivery).catch(() => response.destroy());
  }
  return {
    url: `http://${reachableHost(address)}:${address.port}`,
    stopListening() {
      if (!server.listening) return;
      server.close();
    },
    listenAgain() {
      if (!server.listening && !isClosed) server.listen(address.port, host);
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

/** What else is at `/` depends on `Accept`, and another server may soon have the port. */
const PAGE_HEADERS = { "content-type": "text/html; charset=utf-8", vary: "accept", "cache-control": "no-store" };

async function prepare(
  message: IncomingMessage,
  respond: HttpServerOptions["respond"],
  page?: Page,
): Promise<Delivery> {
  const preflight = answerPreflight(message);
  if (preflight) return { response: { status: 204, headers: preflight, body: undefined } };
  if (page && asksForPage(message)) return { response: { status: 200, headers: PAGE_HEADERS, body: await page() } };
  const delivery = await respond(await readRequest(message));
  checkHeaders(delivery.response.headers);
  return delivery;
}

function describeFault(error: unknown): Delivery {
  return { response: { status: 500, headers: { "content-type": "text/plain" }, body: String(error) } };
}

/** An address that stands for all of the machine's is none that a client can call. */
function reachableHost({ address, family }: AddressInfo): string {
  if (address === "0.0.0.0") return "127.0.0.1";
  if (address === "::") return "[::1]";
  return family === "IPv6" ? `[${address}]` : address;
}
