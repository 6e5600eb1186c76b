import { spawn } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { runProgram, type Workbench } from "./check.ts";

const FLAGS = [
  "--headless",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];
const PATIENCE_MS = 60_000;

/** Opens the page of the fixtures in Chromium; the page tells its own server how it went. */
export async function challengeInBrowser(bench: Workbench): Promise<void> {
  const esbuild = join(bench.directory, "node_modules", ".bin", "esbuild");
  await runProgram(bench, esbuild, ["page.mjs", "--bundle", "--format=esm", "--outfile=page.js", "--log-level=error"]);
  const script = await readFile(join(bench.directory, "page.js"), "utf8");
  const told = Promise.withResolvers<string>();
  const server = createServer(async (request, response) => {
    if (request.method === "POST") told.resolve(await text(request));
    const page = `<!doctype html><link rel="icon" href="data:,"><script type="module">${script}</script>`;
    response.setHeader("content-type", "text/html").end(page);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const profile = await mkdtemp(join(tmpdir(), "grid-sdk-chromium-"));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/?mock=${encodeURIComponent(bench.mockUrl)}`;
  const chromium = spawn("chromium", [...FLAGS, `--user-data-dir=${profile}`, "--remote-debugging-port=0", url]);
  const exited = new Promise((resolve) => chromium.once("close", resolve));
  chromium.once("error", (error) => told.reject(new Error("chromium is not installed", { cause: error })));
  const patience = setTimeout(() => told.reject(new Error("the page said nothing")), PATIENCE_MS);
  try {
    const said = await told.promise;
    if (said !== "challenged") throw new Error(`expected "challenged", got ${said}`);
  } finally {
    clearTimeout(patience);
    if (chromium.pid !== undefined) {
      chromium.kill();
      await exited;
    }
    server.closeAllConnections();
    server.close();
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  }
}
