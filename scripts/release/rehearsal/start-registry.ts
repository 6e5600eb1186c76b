import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { runQuietly } from "../process/run-quietly.ts";

const MANIFEST = {
  private: true,
  dependencies: { verdaccio: "6.10.4" },
  // verdaccio-audit asks for a dist-tag that not every mirror serves.
  overrides: { "verdaccio-audit": { "node-fetch": "2.7.0" } },
};

const CONFIG = `storage: ./storage
packages:
  "@grid-sdk/*":
    access: $all
    publish: $all
log: { type: stdout, format: pretty, level: warn }
`;

/** Installs and starts a registry for @grid-sdk alone in the folder, on a free port. */
export async function startRegistry(directory: string): Promise<{ url: string } & AsyncDisposable> {
  await mkdir(directory, { recursive: true });
  const port = await findFreePort();
  await writeFile(join(directory, "package.json"), JSON.stringify(MANIFEST));
  await writeFile(join(directory, "config.yaml"), CONFIG);
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

async function findFreePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
