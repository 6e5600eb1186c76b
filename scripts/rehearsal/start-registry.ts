import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { runQuietly } from "./run-quietly.ts";

const MANIFEST = {
  private: true,
  dependencies: { verdaccio: "6.10.4" },
  // verdaccio-audit asks for a dist-tag that not every mirror serves.
  overrides: { "verdaccio-audit": { "node-fetch": "2.7.0" } },
};

/** Installs and starts a registry in the folder, on a free port: ours are published to it, all others it passes on. */
export async function startRegistry(directory: string): Promise<{ url: string } & AsyncDisposable> {
  await mkdir(directory, { recursive: true });
  const uplink = (await runQuietly("npm", ["config", "get", "registry"])).trim();
  const port = await findFreePort();
  await writeFile(join(directory, "package.json"), JSON.stringify(MANIFEST));
  await writeFile(join(directory, "config.yaml"), configure(uplink));
  await runQuietly("npm", ["install", "--no-audit", "--no-fund", "--no-package-lock"], { cwd: directory });
  const bin = join(directory, "node_modules", "verdaccio", "bin", "verdaccio");
  const server = spawn(process.execPath, [bin, "--config", "config.yaml", "--listen", `127.0.0.1:${port}`], {
    cwd: directory,
  });
  let output = "";
  await new Promise<void>((resolve, reject) => {
    for (const stream of [server.stdout, server.stderr]) {
      stream.on("data", (chunk) => {
        output += String(chunk);
        if (output.includes("http address")) resolve();
      });
    }
    server.once("error", reject);
    server.once("exit", () => reject(new Error(`verdaccio ended before it listened:\n${output}`)));
  });
  return {
    url: `http://127.0.0.1:${port}/`,
    async [Symbol.asyncDispose]() {
      server.kill();
      if (server.exitCode === null && server.signalCode === null) await once(server, "exit");
    },
  };
}

function configure(uplink: string): string {
  return `storage: ./storage
uplinks:
  outside:
    url: ${uplink}
packages:
  "@grid-sdk/*":
    access: $all
    publish: $all
  "**":
    access: $all
    proxy: outside
log: { type: stdout, format: pretty, level: warn }
`;
}

async function findFreePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
