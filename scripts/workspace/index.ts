export { runQuietly } from "./run-quietly.ts";
export { makeTemporaryClone, type TemporaryClone } from "./temporary-clone.ts";
export { buildPackages } from "./build-packages.ts";
export { readOptions, refuseArguments } from "./read-options.ts";
