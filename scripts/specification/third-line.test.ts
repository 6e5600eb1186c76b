import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { compileAsConsumer } from "../../consumer.base.ts";
import { LINES_PATH, updatedLine } from "../workspace/lines.ts";
import { makeTemporaryClone, type TemporaryClone } from "../workspace/temporary-clone.ts";

// What CONTRIBUTING.md says of a further line: a row, a folder, entry files, and the exports of the packages.
const MODEL = updatedLine();
const PACKAGES = ["core", "client", "mock"];
const NAME = "next";

let clone: TemporaryClone;
const at = (path: string) => join(clone.path, path);
const rename = (text: string) => text.replaceAll(/\blatest\b/g, NAME);

beforeAll(() => {
  clone = makeTemporaryClone();
  return () => clone.remove();
});

test("a third line is a row, a folder and entry files: it generates, builds and compiles", () => {
  const list = JSON.parse(clone.read(LINES_PATH)) as { lines: object[] };
  writeFileSync(at(LINES_PATH), JSON.stringify({ lines: [...list.lines, { name: NAME, entry: `./${NAME}` }] }));
  cpSync(at(`openapi/${MODEL.name}`), at(`openapi/${NAME}`), { recursive: true });
  writeFileSync(at("packages/mock/src/lines/next.ts"), rename(clone.read("packages/mock/src/lines/latest.ts")));
  for (const pack of PACKAGES) {
    writeFileSync(at(`packages/${pack}/src/${NAME}.ts`), rename(clone.read(`packages/${pack}/src/latest.ts`)));
    const manifest = JSON.parse(clone.read(`packages/${pack}/package.json`)) as { exports: Record<string, unknown> };
    const added = Object.entries(manifest.exports).filter(([entry]) => entry.startsWith(MODEL.entry));
    const exports = { ...manifest.exports, ...JSON.parse(rename(JSON.stringify(Object.fromEntries(added)))) };
    writeFileSync(at(`packages/${pack}/package.json`), JSON.stringify({ ...manifest, exports }));
  }

  expect(clone.node("scripts/generate/generate.ts")).toMatchObject({
    status: 0,
    stdout: expect.stringContaining(NAME),
  });
  expect(clone.node("scripts/generate/generate.ts", "--check")).toMatchObject({ status: 0, stderr: "" });
  for (const pack of ["core", "client"]) {
    const built = clone.run("node_modules/tsdown/dist/run.mjs", `packages/${pack}`);
    expect(built).toMatchObject({ status: 0 });
  }
  expect(readFileSync(at(`packages/core/dist/${NAME}/openapi.yaml`), "utf8")).toBe(
    clone.read(`openapi/${NAME}/grid-auth.yaml`),
  );

  const consumer = at("scripts/consumer.ts");
  writeFileSync(
    consumer,
    `import { createGridClient } from "@grid-sdk/client/${NAME}";
     export const refreshed = createGridClient().refreshAuthSession({ path: { id: "a" }, body: { clientPublicKey: "02" } });
     // @ts-expect-error no such operation
     void createGridClient().noSuchOperation;`,
  );
  expect(compileAsConsumer([consumer], { types: ["node"] }).messages).toEqual([]);
});
