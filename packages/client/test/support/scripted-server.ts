import { createServer, type Socket } from "node:net";
import type { AddressInfo } from "node:net";
import { afterAll } from "vitest";

/** A request as it came over the wire. */
export interface ReceivedRequest {
  readonly method: string;
  /** Path and query, exactly as sent. */
  readonly target: string;
  /** By lower-case name. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** What the server does with a connection once a request has arrived on it. */
export type Behaviour = (socket: Socket) => void;

export interface ScriptedServer {
  readonly url: string;
  readonly port: number;
  readonly requests: ReceivedRequest[];
  /** What to do with the next requests in order; the last one stays. */
  script(...behaviours: [Behaviour, ...Behaviour[]]): void;
}

/** Starts a server on a bare socket, which can misbehave in any way. It stops after the tests of the file that calls this. */
export async function serveScript(): Promise<ScriptedServer> {
  const requests: ReceivedRequest[] = [];
  const sockets = new Set<Socket>();
  let script: Behaviour[] = [];
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket));
    // A client that gives up resets its connection. The test does not fail for it.
    socket.on("error", () => {});
    let received = "";
    socket.on("data", (chunk) => {
      // A TLS handshake. Plain servers respond to it like this.
      if (received === "" && chunk[0] === 0x16) return void socket.end("HTTP/1.1 400 Bad Request\r\n\r\n");
      received += chunk.toString("latin1");
      const request = parseRequest(received);
      if (!request) return;
      received = "";
      requests.push(request);
      const behave = script.length > 1 ? script.shift() : script[0];
      behave?.(socket);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  afterAll(async () => {
    const closed = new Promise((resolve) => server.close(resolve));
    for (const socket of sockets) socket.destroy();
    await closed;
  });
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    port,
    requests,
    script(...behaviours) {
      script = behaviours;
      requests.length = 0;
    },
  };
}

/** RFC 9112 as far as a fetch client uses it; undefined until the request is complete. */
function parseRequest(text: string): ReceivedRequest | undefined {
  const end = text.indexOf("\r\n\r\n");
  if (end < 0) return undefined;
  const [start = "", ...lines] = text.slice(0, end).split("\r\n");
  const [method = "", target = ""] = start.split(" ");
  const headers = Object.fromEntries(
    lines.map((line) => {
      const colon = line.indexOf(":");
      return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()];
    }),
  );
  const body = text.slice(end + 4);
  return body.length < Number(headers["content-length"] ?? 0) ? undefined : { method, target, headers, body };
}

/** Responds and closes the connection. A header set to undefined is left out. */
export function respond(status: number, body = "", headers: Record<string, string | undefined> = {}): Behaviour {
  const all = {
    "Content-Type": "application/json",
    "Content-Length": String(Buffer.byteLength(body)),
    Connection: "close",
    ...headers,
  };
  const lines = Object.entries(all).flatMap(([name, value]) => (value === undefined ? [] : [`${name}: ${value}`]));
  const head = [`HTTP/1.1 ${status} Status`, ...lines, "", ""].join("\r\n");
  return (socket) => socket.end(head + body);
}

export function respondJson(status: number, body: unknown, headers: Record<string, string> = {}): Behaviour {
  return respond(status, JSON.stringify(body), headers);
}

export const reset: Behaviour = (socket) => socket.resetAndDestroy();

export const stayStill: Behaviour = () => {};

/** Sends the beginning of a response of 1,000 bytes, then calls `then`. */
export function beginResponse(then: Behaviour): Behaviour {
  const head = 'HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n{"id":';
  return (socket) => socket.write(head, () => then(socket));
}

/** Sends a byte every now and then, and never comes to an end. */
export const trickle: Behaviour = (socket) => {
  const timer = setInterval(() => socket.write(" "), 20);
  socket.on("close", () => clearInterval(timer));
};
