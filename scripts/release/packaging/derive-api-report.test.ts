import { expect, test } from "vitest";
import { deriveApiReport } from "./derive-api-report.ts";

const report = (text: string) => deriveApiReport("x", new Map([["index.d.ts", text]]));

test("shows a change of the API, but not of comments or layout", () => {
  const before = report("/** Old. */\ndeclare const a: string;\nexport { a };\n//# sourceMappingURL=a.map");
  expect(before).toContain("declare const a: string;\nexport { a };\n```");
  expect(report("/** New. */\ndeclare  const a:string;\nexport {a};\n")).toBe(before);
  expect(report("declare const a: number;\nexport { a };\n")).not.toBe(before);
});

test("shows every file of declarations, an entry each", () => {
  const files = new Map([
    ["index.d.ts", "export declare const a: string;"],
    ["latest.d.ts", "export declare const b: string;"],
  ]);
  expect(deriveApiReport("x", files)).toMatch(/## index\.d\.ts\n[^]*const a[^]*## latest\.d\.ts\n[^]*const b/);
});
