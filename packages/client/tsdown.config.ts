import { readFileSync } from "node:fs";
import { defineConfig } from "tsdown";
import { baseOfLines } from "../../tsdown.base.ts";

const { version } = JSON.parse(readFileSync(new URL("package.json", import.meta.url), "utf8")) as { version: string };

export default defineConfig({ ...baseOfLines, define: { __VERSION__: JSON.stringify(version) } });
