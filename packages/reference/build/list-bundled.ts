import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

const { resolve } = createRequire(import.meta.url);

/** The browser bundle in Scalar's package. */
export const RENDERER = join(dirname(resolve("@scalar/api-reference")), "browser/standalone.js");

interface Manifest {
  readonly version: string;
  readonly dependencies: Readonly<Record<string, string>>;
}

/** A package of npm. */
export interface BundledPackage {
  readonly name: string;
  readonly version: string;
}

/** The packages in Scalar's bundle, as its source map names them, Scalar's own first. */
export function listBundled(): BundledPackage[] {
  const { version } = JSON.parse(readFileSync(join(RENDERER, "../../../package.json"), "utf8")) as Manifest;
  const { sources } = JSON.parse(readFileSync(`${RENDERER}.map`, "utf8")) as { readonly sources: readonly string[] };
  const others = sources.flatMap((source) => {
    // As pnpm names its folders: `@vue+shared@3.5.40`, `vue@3.5.40_typescript@5.9.3`.
    const [, folder, name] = /.*\/\.pnpm\/([^/]+)\/node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(source) ?? [];
    if (folder === undefined || name === undefined) return [];
    return [`${name}@${folder.slice(name.length + 1).split("_")[0]}`];
  });
  return [`@scalar/api-reference@${version}`, ...new Set(others)].map((id) => {
    const at = id.lastIndexOf("@");
    return { name: id.slice(0, at), version: id.slice(at + 1) };
  });
}
