import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { DemoError } from "./demo-error.ts";
import { isListening } from "./is-listening.ts";

export interface Listening {
  readonly port: number;
  close(): Promise<void>;
}

/** A browser can resolve `localhost` to either address. If the demo had only one, a browser could reach another program. */
const ADDRESSES = ["127.0.0.1", "::1"];

/**
 * Listens on a port of `localhost`, at both of its addresses; 0 is any free port. Resolves to undefined if the port is
 * in use at one of them. Throws a `DemoError` if this process must not use the port.
 */
export async function listenOnLocalhost(handle: RequestListener, port: number): Promise<Listening | undefined> {
  // macOS and Windows let a second process listen at 127.0.0.1 while a first one listens at all addresses.
  const found = await Promise.all(ADDRESSES.map((host) => port > 0 && isListening(host, port)));
  if (found.includes(true)) return undefined;
  const servers: Server[] = [];
  try {
    for (const host of ADDRESSES) {
      const server = await listen(handle, host, servers[0] ? readPortOf(servers[0]) : port);
      if (server) servers.push(server);
    }
    const [server] = servers;
    if (!server) throw new DemoError("This machine has no localhost: neither 127.0.0.1 nor ::1.");
    return { port: readPortOf(server), close: () => closeAll(servers) };
  } catch (error) {
    await closeAll(servers);
    const { code } = error as NodeJS.ErrnoException;
    if (code === "EACCES") throw new DemoError(`Port ${port} is reserved. Set PORT to another one.`, { cause: error });
    if (code !== "EADDRINUSE") throw error;
    // Free at the first address, in use at the second.
    return port === 0 ? listenOnLocalhost(handle, port) : undefined;
  }
}

/** Resolves to undefined if the machine does not have the address: IPv6 may be off. */
async function listen(handle: RequestListener, host: string, port: number): Promise<Server | undefined> {
  const server = createServer(handle);
  try {
    await new Promise<void>((resolve, reject) => void server.once("error", reject).listen(port, host, resolve));
    return server;
  } catch (error) {
    if (/^(EADDRNOTAVAIL|EAFNOSUPPORT)$/.test((error as NodeJS.ErrnoException).code ?? "")) return undefined;
    throw error;
  }
}

function readPortOf(server: Server): number {
  return (server.address() as AddressInfo).port;
}

async function closeAll(servers: readonly Server[]): Promise<void> {
  for (const server of servers) {
    const closed = new Promise((resolve) => server.close(resolve));
    server.closeAllConnections();
    await closed;
  }
}
