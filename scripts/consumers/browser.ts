import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { launchChromium } from "@grid-sdk/test-browser";
import { nodeOf, PATIENCE_MS, runProgram, type Workbench } from "./check.ts";

/** Opens a bundled page of the fixtures in Chromium. The page reports its result to its own server. */
export async function challengeInBrowser(bench: Workbench, bundler: string): Promise<void> {
  await using browser = await launchChromium();
  await runProgram(bench, nodeOf(bench, "24"), [`page-by-${bundler}.mjs`]);
  const script = await readFile(join(bench.directory, `page-by-${bundler}`, "page.js"), "utf8");
  const told = Promise.withResolvers<string>();
  const server = createServer(async (request, response) => {
    if (request.method === "POST") told.resolve(await text(request));
    const page = `<!doctype html><link rel="icon" href="data:,"><script type="module">${script}</script>`;
    response.setHeader("content-type", "text/html").end(page);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/?mock=${encodeURIComponent(bench.mockUrl)}`;
  const patience = setTimeout(() => told.reject(new Error("the page reported no result in time")), PATIENCE_MS);
  try {
    await (await browser.newPage()).goto(url);
    const said = await told.promise;
    if (said !== "challenged") throw new Error(`expected "challenged", got ${said}`);
  } finally {
    clearTimeout(patience);
    server.closeAllConnections();
    server.close();
  }
}
