import { copyFile, mkdir, readFile, writeFile } from "node:fs/promises";
import { defineConfig } from "tsdown";
import { parse } from "yaml";
import { baseOfLines, lineEntries } from "../../tsdown.base.ts";

export default defineConfig({
  ...baseOfLines,
  async onSuccess() {
    for (const { name, file } of lineEntries) {
      const fragment = new URL(`../../openapi/${name}/grid-auth.yaml`, import.meta.url);
      const folder = file === "index" ? "dist" : `dist/${file}`;
      await mkdir(folder, { recursive: true });
      await copyFile(fragment, `${folder}/openapi.yaml`);
      const document: unknown = parse(await readFile(fragment, "utf8"));
      await writeFile(`${folder}/openapi.json`, `${JSON.stringify(document, undefined, 2)}\n`);
    }
  },
});
