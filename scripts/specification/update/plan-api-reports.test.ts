import { readFileSync } from "node:fs";
import { startProgress } from "@grid-sdk/terminal";
import { expect, test } from "vitest";
import { defaultLine } from "../../workspace/lines.ts";
import { ROOT } from "../../workspace/root.ts";
import { planApiReports } from "./plan-api-reports.ts";

const path = `${defaultLine().generated}/constants.ts`;
const read = (file: string) => readFileSync(new URL(file, ROOT), "utf8");
const constants = read(path);
const progress = startProgress("Test");

test("the reports are those of the packages with the files, and the checkout stays as it is", async () => {
  const before = read("api/core.api.md");
  const index = read("packages/core/src/index.ts");
  const added = `export { NEXT_VERSION } from "./generated/${defaultLine().name}/constants.ts";\n`;
  const files = new Map([
    [path, `${constants}export const NEXT_VERSION = 1;\n`],
    ["packages/core/src/index.ts", index + added],
  ]);
  const reports = await planApiReports(ROOT, files, progress);
  expect([...reports.keys()]).toEqual(["api/core.api.md"]);
  expect(reports.get("api/core.api.md")).toContain("NEXT_VERSION = 1");
  expect([read(path), read("api/core.api.md")]).toEqual([constants, before]);
}, 300_000);

test("packages that do not build are reported with the output of the build", async () => {
  await expect(planApiReports(ROOT, new Map([[path, null]]), progress)).rejects.toThrow(
    /core does not build:[^]*constants/,
  );
}, 120_000);

test("nothing is built where no generated code changes", async () => {
  expect(await planApiReports(ROOT, new Map([["README.md", ""]]), progress)).toEqual(new Map());
});
