import { writeFile } from "node:fs/promises";
import { deriveReadme } from "@grid-sdk/spec-diff/readme";
import { readOptions } from "../workspace/read-options.ts";
import { ROOT } from "../workspace/root.ts";

const USAGE = `Usage: pnpm spec:cases

Writes the table of packages/spec-diff/README.md from packages/spec-diff/cases/.`;

readOptions(USAGE, {});
await writeFile(new URL("packages/spec-diff/README.md", ROOT), deriveReadme());
