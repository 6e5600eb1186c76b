import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { IHttpRequest } from "@stoplight/prism-http";
import { readFragment, type OpenApiDocument } from "./fragment.ts";
import { parsePreference } from "./preference.ts";
import { loadPrism, type Answer } from "./prism.ts";
import { readRequest, type ReceivedRequest } from "./read-request.ts";

export interface GridMockOptions {
  /** Default: a free port. */
  port?: number;
  /** Default: `127.0.0.1`. */
  host?: string;
  /** The path of another OpenAPI file to serve. Default: the fragment that `@grid-sdk/core` exports. */
  fragment?: string;
}

export interface GridMock extends AsyncDisposable {
  /** What to give `createGridClient` as `baseUrl`. */
  readonly url: string;
  /** Ends open connections and frees the port. */
  close(): Promise<void>;
}

/**
 * Serves the fragment on a local port with Prism's engine: requests, answers and the shape of the credentials are
 * checked, and the header `Prefer: code=<status>, example=<name>` chooses among the documented answers.
 * Throws a `TypeError` for a file that is no OpenAPI document, and what `listen` throws for a port that is taken.
 */
export async function startGridMock(options: GridMockOptions = {}): Promise<GridMock> {
  const { port = 0, host = "127.0.0.1", fragment } = options;
  const document = await readFragment(fragment);
  const answer = await loadPrism(document);
  const basePath = readBasePath(document);

  const server = createServer((message, response) => {
    void (async () => {
      const request = await readRequest(message);
      send(response, await answer(toPrismRequest(request, basePath), parsePreference(request.headers["prefer"])));
    })().catch((error: unknown) => {
      send(response, { status: 500, headers: { "content-type": "text/plain" }, body: String(error) });
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject).listen(port, host, resolve);
  });

  const close = async () => {
    if (!server.listening) return;
    const closed = new Promise((resolve) => server.close(resolve));
    server.closeAllConnections();
    await closed;
  };
  const address = server.address() as AddressInfo;
  const authority = address.family === "IPv6" ? `[${address.address}]` : address.address;
  return { url: `http://${authority}:${address.port}`, close, [Symbol.asyncDispose]: close };
}

function readBasePath(document: OpenApiDocument): string {
  const server = document.servers?.[0];
  return server ? new URL(server.url, "http://localhost").pathname.replace(/\/$/, "") : "";
}

/** Prism knows the fragment's paths, not the base path of its server. */
function toPrismRequest({ method, path, query, headers, body }: ReceivedRequest, basePath: string): IHttpRequest {
  const inFragment = basePath !== "" && path.startsWith(`${basePath}/`) ? path.slice(basePath.length) : path;
  return {
    method: method.toLowerCase() as IHttpRequest["method"],
    url: { path: inFragment, query: { ...query } },
    headers: { ...headers },
    body: body ?? null,
  };
}

function send(response: ServerResponse, { status, headers, body }: Answer): void {
  if (body === undefined) {
    const { "content-type": _, ...withoutType } = headers;
    response.writeHead(status, withoutType).end();
  } else {
    response.writeHead(status, headers).end(typeof body === "string" ? body : JSON.stringify(body));
  }
}
