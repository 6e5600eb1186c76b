import { readFile, writeFile } from "node:fs/promises";
import { deriveReadme } from "@grid-sdk/spec-diff/readme";
import { readOptions } from "../workspace/read-options.ts";
import { ROOT } from "../workspace/root.ts";

const USAGE = `Usage: pnpm spec:cases

Writes the tables of packages/spec-diff/README.md from packages/spec-diff/cases/.`;

readOptions(USAGE, {});
const path = new URL("packages/spec-diff/README.md", ROOT);
await writeFile(path, deriveReadme(await readFile(path, "utf8")));
