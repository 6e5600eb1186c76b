import { join } from "node:path";
import { type Check, nodeOf, PATIENCE_MS, runProgram, type Workbench } from "./check.ts";

export const JEST = join("node_modules", "jest", "bin", "jest.js");
/** Loading Prism is slow on a busy machine. */
export const TEST_TIMEOUT = `--testTimeout=${PATIENCE_MS}`;

interface Options {
  readonly node?: readonly string[];
  readonly jest?: readonly string[];
}

/** A test file of the fixtures passes in Jest, with options of Node and of Jest. */
export function checkByJest(
  bench: Workbench,
  name: string,
  file: string,
  { node = [], jest = [] }: Options = {},
): Check {
  const args = [...node, JEST, "--rootDir=.", `--testMatch=**/${file}`, TEST_TIMEOUT, ...jest];
  return { kind: "test runner", name, run: () => runProgram(bench, nodeOf(bench, "24"), args, "1 passed") };
}
