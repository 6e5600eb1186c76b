// Loads one program and prints how many modules of its own and of its packages that reads; Node's are not counted.
import { createRequire, registerHooks } from "node:module";
import { pathToFileURL } from "node:url";

const program = process.argv[2] ?? "";
const { href } = pathToFileURL(program);
const require = createRequire(href);

let modules = 0;
registerHooks({
  load(url, context, nextLoad) {
    if (url.startsWith("file:")) modules++;
    return nextLoad(url, context);
  },
});
if (program.endsWith(".cjs")) require(program);
else await import(href);
process.stdout.write(String(modules));
