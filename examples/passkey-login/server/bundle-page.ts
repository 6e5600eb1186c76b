import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const folder = new URL("../page/", import.meta.url);

/** The files of the page, by their path. */
export async function bundlePage(): Promise<ReadonlyMap<string, { readonly type: string; readonly text: string }>> {
  const entryPoints = [fileURLToPath(new URL("main.ts", folder))];
  const { outputFiles } = await build({ entryPoints, bundle: true, format: "esm", write: false, minify: true });
  const read = (name: string) => readFile(new URL(name, folder), "utf8");
  return new Map([
    ["/", { type: "text/html; charset=utf-8", text: await read("index.html") }],
    ["/style.css", { type: "text/css", text: await read("style.css") }],
    ["/main.js", { type: "text/javascript", text: outputFiles[0]?.text ?? "" }],
  ]);
}
