import type { Change, Level } from "@grid-sdk/spec-diff";
import { expect, test } from "vitest";
import { writeChangeset } from "./changeset.ts";

const change = (level: Level, at: number, more: Partial<Change> = {}): Change => ({
  level,
  kind: `${level}-kind`,
  where: `Schema${at}/p${at}`,
  subject: `p${at}`,
  message: `The property \`p${at}\` does this: do that.`,
  ...more,
});
const many = (level: Level, more: (at: number) => Partial<Change> = () => ({})) =>
  Array.from({ length: 90 }, (_, at) => change(level, at, more(at)));

test("is under 60 lines whatever changed, and names everything that is not documentation", () => {
  const changes = [
    ...many("breaking"),
    ...many("widening"),
    ...many("minor"),
    ...many("docs", (at) => ({ owner: `Schema${at}`, isContract: at % 2 === 0 })),
  ];
  const text = writeChangeset(changes, "2026-01-01");
  expect(text.split("\n").length).toBeLessThan(60);
  for (let at = 0; at < 90; at += 1) expect(text).toContain(`\`p${at}\``);
  expect(text).toContain("- 76 more, each with what to do in the pull request: `p14`, ");
});

test("tells first what is about whole operations, and what is deprecated", () => {
  const late = [
    change("minor", 98, { kind: "operation-added", message: "`makeThing` is new." }),
    change("minor", 99, { kind: "deprecated-set", message: "`p99` is deprecated: plan to do without it." }),
  ];
  const text = writeChangeset([...many("minor"), ...late], "2026-01-01");
  expect(text).toMatch(/nothing to do\*\*\n\n- .*: `makeThing` is new\.\n- .*: `p99` is deprecated/);
});

test("shows what the text of a value said and says, and only names what else was described otherwise", () => {
  const contract = change("docs", 1, { owner: "Schema1", isContract: true, message: "The description said “a”." });
  const text = writeChangeset([contract, change("docs", 2, { owner: "Schema2" })], "2026-01-01");
  expect(text).toContain("be the contract**\n\n- `Schema1`: `p1`: The description said “a”.\n");
  expect(text).toContain("**Documentation**\n\n- `Schema2`.\n");
});
