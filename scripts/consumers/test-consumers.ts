import { buildPackages } from "../workspace/build-packages.ts";
import { readOptions } from "../workspace/read-options.ts";

const USAGE = `Usage: pnpm test:consumers

Installs the packed packages where consumers run them, and tries them there: Node, Bun, Deno, workerd, a browser, Hermes,
TypeScript, test runners and bundlers. Installs about 1.9 GB into a temporary folder, and leaves nothing behind.`;

readOptions(USAGE, {});
await buildPackages();
const { runMatrix } = await import("./run-matrix.ts");
await runMatrix();
