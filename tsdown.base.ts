import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { UserConfig } from "tsdown";

/** Declarations name source maps that are not written, and an editor would look for them. */
function leaveOutMaps(directory: string): void {
  for (const name of readdirSync(directory).filter((file) => /\.d\.c?ts$/.test(file))) {
    const path = join(directory, name);
    writeFileSync(path, readFileSync(path, "utf8").replace(/\n\/\/# sourceMappingURL=.*\s*$/, "\n"));
  }
}

/** How every published package is built: ESM and CommonJS, each with its own declarations. */
export const base = {
  entry: ["src/index.ts"],
  format: ["esm", "cjs"],
  platform: "neutral",
  target: "node20.19",
  dts: true,
  sourcemap: true,
  fixedExtension: false,
  hash: false,
  logLevel: "error",
  hooks: { "build:done": ({ options }) => leaveOutMaps(options.outDir) },
} satisfies UserConfig;

interface LineEntry {
  /** `.` for the default, else for example `./latest`. */
  readonly entry: string;
  /** The folder of the line in `openapi/`. */
  readonly name: string;
  /** Of the entry file: `index`, or what follows the package's name in an import. */
  readonly file: string;
}

/** The lines, the default first. */
export const { lines } = JSON.parse(readFileSync(new URL("openapi/lines.json", import.meta.url), "utf8")) as {
  lines: readonly { readonly name: string; readonly entry: string }[];
};

/** An entry for each line of the API, for a package that speaks them all. */
export const lineEntries: readonly LineEntry[] = lines.map(({ name, entry }) => ({
  name,
  entry,
  file: entry === "." ? "index" : entry.slice("./".length),
}));

/** How a package is built that has an entry for each line. */
export const baseOfLines = {
  ...base,
  entry: lineEntries.map(({ file }) => `src/${file}.ts`),
} satisfies UserConfig;
