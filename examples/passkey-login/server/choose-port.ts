import type { RequestListener } from "node:http";
import { DemoError } from "./demo-error.ts";
import { listenOnLocalhost, type Listening } from "./listen-on-localhost.ts";

const FIRST_PORT = 3000;
const LAST_PORT = 3099;

/**
 * Listens on the given port. Without one, it uses 3000 or the next free port, and `note` says which. Throws a `DemoError`
 * if no port is free.
 */
export async function listenOnChosenPort(
  handle: RequestListener,
  asked: number | undefined,
): Promise<Listening & { readonly note: string | undefined }> {
  if (asked !== undefined) {
    const listening = await listenOnLocalhost(handle, asked);
    if (listening) return { ...listening, note: undefined };
    throw new DemoError(`Port ${asked} is in use. Set PORT to another one.`);
  }
  for (let port = FIRST_PORT; port <= LAST_PORT; port += 1) {
    const listening = await listenOnLocalhost(handle, port);
    const note = port === FIRST_PORT ? undefined : `Port ${FIRST_PORT} is in use; using ${port}.`;
    if (listening) return { ...listening, note };
  }
  throw new DemoError(`The ports from ${FIRST_PORT} to ${LAST_PORT} are in use. Set PORT to another one.`);
}
