import type { IncomingMessage } from "node:http";

/** The names of this machine. Another name in `Host` belongs to a site that resolves to this machine: DNS rebinding. */
const NAMES = ["localhost", "127.0.0.1", "[::1]"];

/** Whether the request was meant for this server. */
export function isForLocalhost({ headers, socket }: IncomingMessage): boolean {
  // `URL` leaves out port 80, as browsers do.
  return NAMES.some((name) => headers.host === new URL(`http://${name}:${socket.localPort}`).host);
}

/** JSON from this page: another site's form cannot send it, and its script must not. */
export function isFromThisPage({ headers }: IncomingMessage): boolean {
  return headers["content-type"] === "application/json" && headers.origin === `http://${headers.host}`;
}
