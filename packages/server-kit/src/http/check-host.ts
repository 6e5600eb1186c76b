import type { IncomingMessage } from "node:http";

/** Which names a server may be called by. */
export interface HostRules {
  /** The address that it listens on. */
  readonly address: string;
  /** Names besides those of this machine; undefined for none on a loopback address, and for any on others. */
  readonly allowHosts: readonly string[] | undefined;
}

/**
 * The name in a request's `Host` that the server is not called by; undefined if it is fine. A page of another site can
 * make a browser send requests to this machine under that site's name (DNS rebinding), and read the responses.
 */
export function findForeignHost({ url, headers }: IncomingMessage, rules: HostRules): string | undefined {
  const { address, allowHosts } = rules;
  // No page sends a whole URL, as it is sent to a proxy: RFC 9112, section 3.2.2.
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

function isThisMachine(name: string): boolean {
  return name === "localhost" || name.endsWith(".localhost") || isLoopback(name);
}

function isLoopback(address: string): boolean {
  return /^127(\.\d{1,3}){3}$/.test(address) || address === "::1" || address === "::ffff:127.0.0.1";
}
