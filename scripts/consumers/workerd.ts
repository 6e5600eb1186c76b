import { spawn } from "node:child_process";
import { writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { runProgram, type Workbench } from "./check.ts";

/** Bundles a worker of the fixtures, runs it in workerd, and asks it how it went. It is told where the mock is. */
export async function askInWorkerd(bench: Workbench, worker: string, expected: string): Promise<void> {
  const bin = (name: string) => join(bench.directory, "node_modules", ".bin", name);
  await runProgram(bench, bin("esbuild"), [
    worker,
    "--bundle",
    "--format=esm",
    "--outfile=worker.js",
    "--log-level=error",
  ]);
  const port = await findFreePort();
  await writeFile(join(bench.directory, "worker.capnp"), configure(port));
  const workerd = spawn(bin("workerd"), ["serve", "worker.capnp"], { cwd: bench.directory });
  let output = "";
  for (const stream of [workerd.stdout, workerd.stderr]) stream.on("data", (chunk) => (output += String(chunk)));
  try {
    const answer = await fetchPatiently(`http://127.0.0.1:${port}/?mock=${encodeURIComponent(bench.mockUrl)}`);
    if (answer !== expected) throw new Error(`expected "${expected}", got ${answer}\n${output}`);
  } finally {
    workerd.kill();
  }
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

async function findFreePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** workerd does not say when it listens. */
async function fetchPatiently(url: string, attempts = 100): Promise<string> {
  try {
    return await (await fetch(url)).text();
  } catch (error) {
    if (attempts === 0) throw error;
    await new Promise((resolve) => setTimeout(resolve, 100));
    return fetchPatiently(url, attempts - 1);
  }
}
