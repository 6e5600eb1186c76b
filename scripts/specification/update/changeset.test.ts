import type { Change, Level } from "@grid-sdk/spec-diff";
import { expect, test } from "vitest";
import { writeChangeset } from "./changeset.ts";

const SUBJECT = {
  line: { name: "2026-04-23", entry: "." },
  date: "2026-05-01",
  apiVersion: "2025-10-13",
  hasDefaultChanged: false,
};
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
  const text = writeChangeset(changes, SUBJECT);
  expect(text.split("\n").length).toBeLessThan(60);
  for (let at = 0; at < 90; at += 1) expect(text).toContain(`\`p${at}\``);
  expect(text).toContain("- 76 more, each with what to do in the pull request: `p14`, ");
});

test("tells first what is about whole operations, and what is deprecated", () => {
  const late = [
    change("minor", 98, { kind: "operation-added", message: "`makeThing` is new." }),
    change("minor", 99, { kind: "deprecated-set", message: "`p99` is deprecated: plan to do without it." }),
  ];
  const text = writeChangeset([...many("minor"), ...late], SUBJECT);
  expect(text).toMatch(/nothing to do\*\*\n\n- .*: `makeThing` is new\.\n- .*: `p99` is deprecated/);
});

test("shows what the text of a value said and says, and only names what else was described otherwise", () => {
  const contract = change("docs", 1, { owner: "Schema1", isContract: true, message: "The description said “a”." });
  const text = writeChangeset([contract, change("docs", 2, { owner: "Schema2" })], SUBJECT);
  expect(text).toContain("be the contract**\n\n- `Schema1`: `p1`: The description said “a”.\n");
  expect(text).toContain("**Documentation**\n\n- `Schema2`.\n");
});

test("its title names line and day", () => {
  const text = writeChangeset([change("minor", 1)], SUBJECT);
  expect(text).toContain("---\n\nLine `2026-04-23`, revision of 2026-05-01 (Grid API `2025-10-13`): 1 ");
});

test("says first that the default entry does not change, where only another line makes a release major", () => {
  const other = { ...SUBJECT, line: { name: "latest", entry: "./latest" } };
  const sentence = "---\n\n**Default entry: nothing changes.** Line `latest`";
  expect(writeChangeset([change("breaking", 1)], other)).toContain(sentence);
  expect(writeChangeset([change("minor", 1)], other)).not.toContain("nothing changes");
  expect(writeChangeset([change("breaking", 1)], { ...other, hasDefaultChanged: true })).not.toContain(
    "nothing changes",
  );
  expect(writeChangeset([change("breaking", 1)], SUBJECT)).not.toContain("nothing changes");
});
