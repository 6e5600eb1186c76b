import { createServer } from "node:net";
import type { AddressInfo } from "node:net";
import type { GridClientOptions } from "../../src/index.ts";
import { credentials } from "./example-ids.ts";
import type { Failure } from "./failures.ts";
import type { ScriptedServer } from "./scripted-server.ts";

/** Options with which a client meets the failure, and gets over it quickly. */
export async function reach({ behave, error }: Failure, server: ScriptedServer): Promise<GridClientOptions> {
  const common = { ...credentials, maxRetryDelayMs: 1, ...(error === "GridTimeoutError" && { timeoutMs: 250 }) };
  if (behave === "closed port") return { ...common, baseUrl: `http://127.0.0.1:${await findClosedPort()}` };
  if (behave === "unknown host") return { ...common, baseUrl: "https://host.invalid" };
  if (behave === "TLS to a plain port") return { ...common, baseUrl: `https://127.0.0.1:${server.port}` };
  server.script(behave);
  return { ...common, baseUrl: server.url };
}

async function findClosedPort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
