import { build } from "esbuild";
import type { ClientName } from "./clients.ts";
import { type Program, sourceOf } from "./programs.ts";

/** A client's program as it goes to a page: in one file, minified. */
export async function bundle(client: ClientName, program: Program): Promise<Uint8Array> {
  const { outputFiles } = await build({
    entryPoints: [sourceOf(client, program)],
    bundle: true,
    minify: true,
    platform: "browser",
    format: "esm",
    target: "es2022",
    write: false,
  });
  const [file] = outputFiles;
  if (!file) throw new Error(`esbuild made nothing of ${client}'s ${program}.`);
  return file.contents;
}
