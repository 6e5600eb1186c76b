import { copyFile, readFile, writeFile } from "node:fs/promises";
import { defineConfig } from "tsdown";
import { parse } from "yaml";
import { base } from "../../tsdown.base.ts";

const fragment = new URL("../../openapi/2026-04-23/grid-auth.yaml", import.meta.url);

export default defineConfig({
  ...base,
  async onSuccess() {
    await copyFile(fragment, "dist/openapi.yaml");
    const document: unknown = parse(await readFile(fragment, "utf8"));
    await writeFile("dist/openapi.json", `${JSON.stringify(document, undefined, 2)}\n`);
  },
});
