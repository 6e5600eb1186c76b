import type { IncomingMessage, ServerResponse } from "node:http";
import { json } from "node:stream/consumers";
import type { Files } from "./bundle-page.ts";
import { isForLocalhost, isFromThisPage } from "./check-request.ts";
import { listenOnChosenPort } from "./choose-port.ts";
import { explain } from "./explain.ts";
import { createVisitors, type Visitor } from "./visitors.ts";
import { type Exchange, exchanges } from "./wire.ts";

// oxlint-disable-next-line typescript/no-explicit-any -- what the page sends; the API checks it
export type Routes = Record<string, (body: any, visitor: Visitor) => Promise<object | void>>;

const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/**
 * Serves the files of the page, and its routes as `POST /api/<route>` with JSON. The URL is that of `localhost`: passkeys do not work
 * on an IP address. Throws a `DemoError` if it cannot listen.
 */
export async function serve(files: Files, routes: Routes, asked: number | undefined) {
  const findVisitor = createVisitors();

  async function handle(request: IncomingMessage, response: ServerResponse) {
    response.setHeader("content-security-policy", POLICY);
    if (!isForLocalhost(request)) return response.writeHead(403).end("This demo is for localhost only.");
    const { method, url = "/" } = request;
    const file = method === "GET" ? files.get(url) : undefined;
    if (file) return response.writeHead(200, { "content-type": file.type }).end(file.text);
    const route = findRoute(request);
    if (!route) return response.writeHead(404).end();
    const { visitor, cookie } = findVisitor(request);
    const wire: Exchange[] = [];
    const { status, body } = await exchanges.run(wire, async () => {
      let sent: unknown;
      try {
        sent = await json(request);
        return { status: 200, body: await route(sent, visitor) };
      } catch (error) {
        return explain(error, Object(sent).signed !== undefined);
      }
    });
    response.writeHead(status, { "content-type": "application/json", "set-cookie": cookie });
    return response.end(JSON.stringify({ ...body, wire }));
  }

  function findRoute(request: IncomingMessage) {
    const [, name = ""] = /^\/api\/(.+)$/.exec(request.url ?? "") ?? [];
    const isKnown = request.method === "POST" && Object.hasOwn(routes, name);
    return isKnown && isFromThisPage(request) ? routes[name] : undefined;
  }

  const { port, note, close } = await listenOnChosenPort(handle, asked);
  return { url: `http://localhost:${port}`, note, close };
}
