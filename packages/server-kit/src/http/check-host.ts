import type { IncomingMessage } from "node:http";

/**
 * The `Host` of a request if the server does not accept it; undefined if it does. With DNS rebinding, a page of another
 * site can make a browser call this machine under that site's name, and read the responses.
 *
 * `address`: what the server listens on. `allowHosts`: names besides those of this machine; undefined for no others on a
 * loopback address, and all on another address.
 */
export function findRefusedHost(
  { url, headers }: IncomingMessage,
  address: string,
  allowHosts: readonly string[] | undefined,
): string | undefined {
  // Only clients of a proxy send a whole URL (RFC 9112, section 3.2.2). Pages do not.
  if (/^https?:\/\//i.test(url ?? "")) return undefined;
  if (headers.host === undefined || (allowHosts === undefined && !isLoopback(address))) return undefined;
  const name = readName(headers.host);
  const allowed = [address.toLowerCase(), ...(allowHosts ?? []).map((host) => host.toLowerCase())];
  return isThisMachine(name) || allowed.includes(name) ? undefined : headers.host;
}

/** Without the port and the brackets of an IPv6 address. */
function readName(host: string): string {
  return host
    .toLowerCase()
    .replace(/:\d*$/, "")
    .replace(/^\[(.*)\]$/, "$1")
    .replace(/\.$/, "");
}

/** Whether only this machine can reach a name or address. */
export function isThisMachine(name: string): boolean {
  return name === "localhost" || name.endsWith(".localhost") || isLoopback(name);
}

function isLoopback(address: string): boolean {
  return /^127(\.\d{1,3}){3}$/.test(address) || address === "::1" || address === "::ffff:127.0.0.1";
}
