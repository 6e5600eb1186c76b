import { randomUUID } from "node:crypto";
import { readFile } from "node:fs/promises";
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { json } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { explain } from "./explain.ts";
import { type Exchange, exchanges } from "./wire.ts";

/** What this backend remembers of a browser. */
export interface Visitor {
  /** The id of the session that it has opened. */
  sessionId?: string | undefined;
  /** The challenge of the passkey that it is about to register. */
  challenge?: string | undefined;
}

// oxlint-disable-next-line typescript/no-explicit-any -- what the page sends; the API checks it
export type Routes = Record<string, (body: any, visitor: Visitor) => Promise<object | void>>;

const folder = new URL("../page/", import.meta.url);
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** Serves the page, and its routes as `POST /api/<route>` with JSON. `localhost`: passkeys are for no IP address. */
export async function serve(routes: Routes, port: number) {
  const page = await bundlePage();
  const visitors = new Map<string, Visitor>();
  const server = createServer(async (request, response) => {
    const { method, url = "/" } = request;
    response.setHeader("content-security-policy", POLICY);
    const file = page[url];
    if (method === "GET" && file) return response.writeHead(200, { "content-type": file.type }).end(file.text);
    const route = method === "POST" && isOwn(request) ? routes[url.replace("/api/", "")] : undefined;
    if (!route) return response.writeHead(404).end();
    const cookie = /visitor=([\w-]+)/.exec(request.headers.cookie ?? "")?.[1];
    const id = cookie !== undefined && visitors.has(cookie) ? cookie : randomUUID();
    const visitor = visitors.get(id) ?? {};
    visitors.set(id, visitor);
    const wire: Exchange[] = [];
    const { status, body } = await exchanges.run(wire, async () => {
      try {
        return { status: 200, body: await route(await json(request), visitor) };
      } catch (error) {
        return explain(error);
      }
    });
    const headers = {
      "content-type": "application/json",
      "set-cookie": `visitor=${id}; HttpOnly; SameSite=Strict; Path=/`,
    };
    return response.writeHead(status, headers).end(JSON.stringify({ ...body, wire }));
  });
  await new Promise<void>((resolve, reject) => void server.once("error", reject).listen(port, "localhost", resolve));
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}`,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** JSON of this page: another site's form cannot send it, and its script must not. */
function isOwn({ headers }: IncomingMessage): boolean {
  return headers["content-type"] === "application/json" && headers.origin === `http://${headers.host}`;
}

async function bundlePage(): Promise<Record<string, { type: string; text: string } | undefined>> {
  const entryPoints = [fileURLToPath(new URL("main.ts", folder))];
  const { outputFiles } = await build({ entryPoints, bundle: true, format: "esm", write: false, minify: true });
  const read = (name: string) => readFile(new URL(name, folder), "utf8");
  return {
    "/": { type: "text/html; charset=utf-8", text: await read("index.html") },
    "/style.css": { type: "text/css", text: await read("style.css") },
    "/main.js": { type: "text/javascript", text: outputFiles[0]?.text ?? "" },
  };
}
