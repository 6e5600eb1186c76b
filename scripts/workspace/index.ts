export { runQuietly } from "./run-quietly.ts";
export { makeTemporaryClone, type TemporaryClone } from "./temporary-clone.ts";
