import { createRequire } from "node:module";
import { expect, test } from "vitest";
import * as source from "../src/index.ts";

test("two copies of the package recognise each other's errors", async () => {
  // Vitest resolves the package's name to its sources.
  const built = import.meta.resolve("../dist/index.js");
  const esm = (await import(built)) as typeof source;
  const cjs = createRequire(import.meta.url)("@grid-sdk/client") as unknown as typeof source;
  const errors = [new esm.GridConfigError("a"), new cjs.GridConfigError("b"), new source.GridConfigError("c")];
  expect(new Set(errors.map((error) => error.constructor)).size).toBe(3);
  for (const recognise of [source.isGridError, esm.isGridError, cjs.isGridError]) {
    expect(errors.map((error) => recognise(error))).toEqual([true, true, true]);
  }
});
