import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";
import { expect, test } from "vitest";

const directory = fileURLToPath(new URL(".", import.meta.url));

async function measure(contents: string) {
  const { outputFiles, metafile } = await build({
    stdin: { contents, resolveDir: directory },
    bundle: true,
    minify: true,
    platform: "browser",
    format: "esm",
    target: "es2022",
    write: false,
    metafile: true,
  });
  // What is left of each file: imports that nothing uses are dropped.
  const [output] = Object.values(metafile.outputs);
  const used = Object.entries(output?.inputs ?? {}).filter(([, { bytesInOutput }]) => bytesInOutput > 0);
  const packages = used.map(([path]) => /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1]);
  return {
    bytes: gzipSync(outputFiles[0]?.contents ?? "").length,
    packages: [...new Set(packages.filter((name) => name !== undefined))].toSorted(),
  };
}

const CURVE = ["@noble/curves", "@noble/hashes"];

test.each([
  ["all of @grid-sdk/device", 22_000, '* from "@grid-sdk/device"', [...CURVE, "@scure/base", "hpke"]],
  ["only sealOtp", 17_500, '{ sealOtp } from "@grid-sdk/device"', [...CURVE, "hpke"]],
  [
    "all of @grid-sdk/device/native",
    29_000,
    '* from "@grid-sdk/device/native"',
    ["@noble/ciphers", ...CURVE, "@scure/base", "hpke"],
  ],
  ["all of @grid-sdk/device/passkey", 2_700, '* from "@grid-sdk/device/passkey"', []],
])("bundles %s into at most %i bytes, minified and gzipped", async (entry, budget, exported, expected) => {
  const { bytes, packages } = await measure(`export ${exported};`);
  expect(
    bytes,
    `${entry} is ${bytes} bytes; the budget is ${budget}. See what grew with esbuild's metafile; raising the budget makes every page larger.`,
  ).toBeLessThanOrEqual(budget);
  expect(bytes).toBeGreaterThan(500);
  expect(packages).toEqual(expected);
});
