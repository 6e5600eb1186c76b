import { spawn } from "node:child_process";
import { once } from "node:events";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";

/** The default line. */
const FRAGMENT = fileURLToPath(new URL("../../../../openapi/2026-04-23/grid-auth.yaml", import.meta.url));

/** Runs `prism mock --errors` of @stoplight/prism-cli on a fragment, on a free port. */
export async function startStockPrism(fragment = FRAGMENT): Promise<{ url: string } & AsyncDisposable> {
  const prism = createRequire(import.meta.url).resolve("@stoplight/prism-cli/dist/index.js");
  const child = spawn(process.execPath, [prism, "mock", "--errors", "--port", "0", fragment]);
  let output = "";
  const url = await new Promise<string>((resolve, reject) => {
    for (const stream of [child.stdout, child.stderr]) {
      stream.on("data", (chunk) => {
        output += String(chunk);
        const listening = /listening on (http:\S+)/.exec(output)?.[1];
        if (listening) resolve(listening);
      });
    }
    child.once("error", reject).once("exit", () => reject(new Error(`prism ended before it listened:\n${output}`)));
  });
  return {
    url,
    async [Symbol.asyncDispose]() {
      child.kill();
      if (child.exitCode === null && child.signalCode === null) await once(child, "exit");
    },
  };
}
