import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";
import { expect, test } from "vitest";

const directory = fileURLToPath(new URL(".", import.meta.url));

async function measure(entry: string) {
  const { outputFiles, metafile } = await build({
    stdin: { contents: `export * from "${entry}";`, resolveDir: directory },
    bundle: true,
    minify: true,
    platform: "browser",
    format: "esm",
    target: "es2022",
    write: false,
    metafile: true,
  });
  const packages = Object.keys(metafile.inputs).map((path) => /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1]);
  return {
    bytes: gzipSync(outputFiles[0]?.contents ?? "").length,
    packages: [...new Set(packages.filter((name) => name !== undefined))].toSorted(),
  };
}

test.each([
  ["@grid-sdk/device", 25_000, ["@noble/curves", "@noble/hashes", "@scure/base", "hpke"]],
  ["@grid-sdk/device/passkey", 1_900, []],
])("bundles all of %s into at most %i bytes, minified and gzipped", async (entry, budget, expected) => {
  const { bytes, packages } = await measure(entry);
  expect(
    bytes,
    `${entry} is ${bytes} bytes; the budget is ${budget}. See what grew with esbuild's metafile; raising the budget makes every page larger.`,
  ).toBeLessThanOrEqual(budget);
  expect(bytes).toBeGreaterThan(500);
  expect(packages).toEqual(expected);
});
