export { runQuietly } from "./run-quietly.ts";
export { makeTemporaryClone, type TemporaryClone } from "./temporary-clone.ts";
export { readOptions } from "./read-options.ts";
