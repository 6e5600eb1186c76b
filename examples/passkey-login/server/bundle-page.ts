import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const folder = new URL("../page/", import.meta.url);
const place = (name: string) => fileURLToPath(new URL(name, folder));

export type Files = ReadonlyMap<string, { readonly type: string; readonly text: string }>;

/**
 * The files of the page for a line, by their path. `otpSigner` is built in, as a team builds in the values of an
 * environment: a bundle cannot prove its own signer.
 */
export async function bundlePage(line: string, otpSigner: string | undefined): Promise<Files> {
  const { outputFiles } = await build({
    entryPoints: { main: place(`lines/${line}.ts`), style: place("style.css") },
    outdir: place("."),
    bundle: true,
    define: { OTP_SIGNER: JSON.stringify(otpSigner) ?? "undefined" },
    format: "esm",
    minify: true,
    write: false,
  });
  const textOf = (suffix: string) => outputFiles.find(({ path }) => path.endsWith(suffix))?.text ?? "";
  return new Map([
    ["/", { type: "text/html; charset=utf-8", text: await readFile(place("index.html"), "utf8") }],
    ["/style.css", { type: "text/css", text: textOf(".css") }],
    ["/main.js", { type: "text/javascript", text: textOf(".js") }],
  ]);
}
