import { enableCompileCache } from "node:module";
import { fileURLToPath } from "node:url";

// For `node --import`: to compile TypeScript, Ajv and Redocly takes longer than most of what a command does with them,
// and once is enough, for the processes that it starts as well. Where there is no place for it, nothing changes.
process.env["NODE_COMPILE_CACHE"] ??= fileURLToPath(new URL("../../node_modules/.cache/compiled", import.meta.url));
enableCompileCache(process.env["NODE_COMPILE_CACHE"]);
