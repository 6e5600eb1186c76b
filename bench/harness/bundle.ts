import { build } from "esbuild";
import type { ClientName } from "./clients.ts";
import { CLIENT_MODULES } from "./places.ts";
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
    // openapi-fetch is measured in the tests too, where the bench's own clients are not installed.
    nodePaths: [CLIENT_MODULES],
  });
  const [file] = outputFiles;
  if (!file) throw new Error(`esbuild made nothing of ${client}'s ${program}.`);
  return file.contents;
}
