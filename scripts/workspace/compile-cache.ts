import { enableCompileCache } from "node:module";
import { fileURLToPath } from "node:url";

// For `node --import`: compiling TypeScript, Ajv and Redocly takes longer than most commands need for their work. The cache
// also serves the processes that a command starts. Without a writable folder, nothing changes.
process.env["NODE_COMPILE_CACHE"] ??= fileURLToPath(new URL("../../node_modules/.cache/compiled", import.meta.url));
enableCompileCache(process.env["NODE_COMPILE_CACHE"]);
