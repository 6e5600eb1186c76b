import { brotliCompressSync, gzipSync } from "node:zlib";
import { bundle } from "../bundle.ts";
import { CLIENTS } from "../clients.ts";
import type { Program } from "../programs.ts";
import type { Figure, Series } from "../series.ts";

const PROGRAMS: readonly (readonly [string, Program])[] = [
  ["one call", "challenge"],
  ["every operation", "all-operations"],
];
const COMPRESSIONS = [
  ["gzip", gzipSync],
  ["brotli", brotliCompressSync],
] as const;

export const bundleSize: Figure = {
  name: "bundle-size",
  title: "Bundle",
  about: "What a program with one challenge call, or with every operation, adds to a bundle. esbuild, minified.",
  async measure() {
    const series: Series[] = [];
    for (const [title, program] of PROGRAMS) {
      const bundles = await Promise.all(CLIENTS.map(async ({ name }) => [name, await bundle(name, program)] as const));
      for (const [compression, compress] of COMPRESSIONS) {
        const samples = Object.fromEntries(bundles.map(([name, code]) => [name, [compress(code).length]]));
        series.push({ title: `${title}, ${compression}`, unit: "bytes", samples });
      }
    }
    return series;
  },
};
