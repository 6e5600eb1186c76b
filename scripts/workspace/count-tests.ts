import { glob, readFile } from "node:fs/promises";
import { readOptions } from "./read-options.ts";
import { ROOT } from "./root.ts";

const USAGE = `Usage: pnpm count-tests

Adds up the tests of all packages' last runs. Fails if a test failed, or if there are no tests.`;

readOptions(USAGE, {});

// Every package's vitest run leaves its totals in such a file.
const PATTERN = "{bench,examples/*,packages/*,scripts}/*test-results.json";

let passed = 0;
let failed = 0;
for await (const file of glob(PATTERN, { cwd: ROOT })) {
  const results = JSON.parse(await readFile(new URL(file, ROOT), "utf8"));
  passed += results.numPassedTests;
  failed += results.numFailedTests;
}
console.log(`tests: ${passed} passed, ${failed} failed`);
if (passed === 0 || failed > 0) process.exitCode = 1;
