import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { findFreePort } from "../workspace/find-free-port.ts";
import { startProcess } from "../workspace/start-process.ts";
import { binOf, bundleScript, type Workbench } from "./check.ts";

/** Bundles a worker of the fixtures, runs it in workerd, and reads its result. It passes on the address of the mock. */
export async function askInWorkerd(bench: Workbench, worker: string, expected: string): Promise<void> {
  await bundleScript(bench, worker, "worker.js");
  const port = await findFreePort();
  await writeFile(join(bench.directory, "worker.capnp"), configure(port));
  await using workerd = startProcess(binOf(bench, "workerd"), ["serve", "worker.capnp"], bench.directory);
  const response = await fetchPatiently(`http://127.0.0.1:${port}/?mock=${encodeURIComponent(bench.mockUrl)}`);
  if (response !== expected) throw new Error(`expected "${expected}", got ${response}\n${workerd.output}`);
}

function configure(port: number): string {
  return `using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (
  services = [
    (name = "main", worker = (modules = [(name = "worker.js", esModule = embed "worker.js")], compatibilityDate = "2026-01-01")),
    (name = "internet", network = (allow = ["local", "private"])),
  ],
  sockets = [(name = "http", address = "127.0.0.1:${port}", http = (), service = "main")],
);
`;
}

/** workerd does not say when it listens. */
async function fetchPatiently(url: string, attempts = 3000): Promise<string> {
  try {
    return await (await fetch(url)).text();
  } catch (error) {
    if (attempts === 0) throw error;
    await new Promise((resolve) => setTimeout(resolve, 100));
    return fetchPatiently(url, attempts - 1);
  }
}
