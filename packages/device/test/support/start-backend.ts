import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { json } from "node:stream/consumers";
import { toResponse } from "../../../client/examples/to-response.ts";

/** By path. Bodies have the form that the device's half of a recipe sends. */
// oxlint-disable-next-line typescript/no-explicit-any
export type Routes = Record<string, (body: any) => Promise<object | void>>;

/** A team's server: JSON in, JSON out. */
export async function startBackend(routes: Routes) {
  const server = createServer(async (request, response) => {
    const respond = (status: number, body: object) =>
      response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
    const given = (await json(request)) as { signature?: string };
    try {
      respond(200, (await routes[request.url ?? ""]?.(given)) ?? {});
    } catch (error) {
      const { status, body } = toResponse(error, { isSigned: given.signature !== undefined });
      respond(status, body);
    }
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
