import { bundlePage } from "./bundle-page.ts";
import { DemoError } from "./demo-error.ts";
import { findLine, LINE_NAMES } from "./lines/find-line.ts";
import { openApi } from "./open-api.ts";
import { serve } from "./serve.ts";

export { DemoError } from "./demo-error.ts";
export { LINE_NAMES } from "./lines/find-line.ts";
export { readPort } from "./read-port.ts";

/**
 * Starts the demo of a line on a port, by default on 3000 or the next free one. `note` says which
 * port it is, if it is not 3000. Throws a `DemoError` for an unknown line, for a port that is in use and for an
 * environment that is not complete.
 */
export async function startDemo(port?: number, name = LINE_NAMES[0] ?? "") {
  const line = findLine(name);
  if (!line) throw new DemoError(`The line must be one of ${LINE_NAMES.join(", ")}; it is ${JSON.stringify(name)}.`);
  const { routes, account, emulator, otpSigner } = await openApi(line);
  try {
    const server = await serve(await bundlePage(line.name, otpSigner), routes, port);
    const close = async () => {
      await server.close();
      await emulator?.close();
    };
    return { ...server, emulator, account: account.id, close, [Symbol.asyncDispose]: close };
  } catch (error) {
    await emulator?.close();
    throw error;
  }
}
