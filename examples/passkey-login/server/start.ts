import { openApi } from "./open-api.ts";
import { createRoutes } from "./routes.ts";
import { serve } from "./serve.ts";

export { DemoError } from "./demo-error.ts";
export { readPort } from "./read-port.ts";

/**
 * Starts the demo on a port, by default on 3000 or the next free one. `note` is for the person who started it: which
 * port it is, if it is not 3000. Throws a `DemoError` for a port that is in use and for an environment that is not complete.
 */
export async function startDemo(port?: number) {
  const { grid, account, emulator } = await openApi();
  try {
    const server = await serve(createRoutes(grid, account, emulator), port);
    const close = async () => {
      await server.close();
      await emulator?.close();
    };
    return { ...server, emulator, account, close, [Symbol.asyncDispose]: close };
  } catch (error) {
    await emulator?.close();
    throw error;
  }
}
