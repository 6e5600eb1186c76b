import { expect, test } from "vitest";
import { deriveApiReport } from "./derive-api-report.ts";

test("shows a change of the API and none of its comments or layout", () => {
  const report = deriveApiReport(
    "x",
    "/** Old. */\ndeclare const a: string;\nexport { a };\n//# sourceMappingURL=a.map",
  );
  expect(report).toContain("declare const a: string;\nexport { a };\n```");
  expect(deriveApiReport("x", "/** New. */\ndeclare  const a:string;\nexport {a};\n")).toBe(report);
  expect(deriveApiReport("x", "declare const a: number;\nexport { a };\n")).not.toBe(report);
});
