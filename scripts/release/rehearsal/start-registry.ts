import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { findFreePort } from "../../workspace/find-free-port.ts";
import { runQuietly } from "../../workspace/run-quietly.ts";
import { startProcess } from "../../workspace/start-process.ts";

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

/** Installs and starts a registry only for @grid-sdk in the folder, on a free port. */
export async function startRegistry(directory: string): Promise<{ url: string } & AsyncDisposable> {
  await mkdir(directory, { recursive: true });
  const port = await findFreePort();
  await writeFile(join(directory, "package.json"), JSON.stringify(MANIFEST));
  await writeFile(join(directory, "config.yaml"), CONFIG);
  await runQuietly("npm", ["install", "--no-audit", "--no-fund", "--no-package-lock"], { cwd: directory });
  const bin = join(directory, "node_modules", "verdaccio", "bin", "verdaccio");
  const server = startProcess(
    process.execPath,
    [bin, "--config", "config.yaml", "--listen", `127.0.0.1:${port}`],
    directory,
  );
  await server.untilPrinted("http address");
  return { url: `http://127.0.0.1:${port}/`, [Symbol.asyncDispose]: () => server[Symbol.asyncDispose]() };
}
