import { readFile, writeFile } from "node:fs/promises";
import { startProgress } from "@grid-sdk/terminal";
import { updatedLine } from "../workspace/lines.ts";
import { readOptions } from "../workspace/read-options.ts";
import { ROOT } from "../workspace/root.ts";
import { planPages } from "./lines-page/plan-pages.ts";
import { parseSource } from "@grid-sdk/openapi/parse";

const USAGE = `Usage: pnpm spec:lines

Writes days and differences of the lines into README.md and docs/lines.md. spec:update does it as well.`;

readOptions(USAGE, {});
const progress = startProgress("Comparing the lines");
const line = updatedLine();
const { document } = parseSource(await readFile(new URL(line.fragment, ROOT), "utf8"), line.fragment);
for (const [path, page] of await planPages(ROOT, line, document)) await writeFile(new URL(path, ROOT), page);
progress.end();
