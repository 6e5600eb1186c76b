// Loads one program as an application does, and prints the milliseconds that took.
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";

const program = process.argv[2] ?? "";
const { href } = pathToFileURL(program);
const require = createRequire(href);

const start = performance.now();
if (program.endsWith(".cjs")) require(program);
else await import(href);
process.stdout.write(String(performance.now() - start));
