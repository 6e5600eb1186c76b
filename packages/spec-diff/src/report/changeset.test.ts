import { expect, test } from "vitest";
import type { Change, Level, Texts } from "../judge/change.ts";
import { writeChangeset, writeOthersChangeset } from "./changeset.ts";

const SUBJECT = {
  line: { name: "2026-04-23", entry: "." },
  date: "2026-05-01",
  apiVersion: "2025-10-13",
  hasDefaultChanged: false,
  packages: ["@grid-sdk/core", "@grid-sdk/client"],
};
const LINKED = { ...SUBJECT, pullRequest: "https://code.example/pull/7" };
const change = (level: Level, at: number, more: Partial<Change> = {}): Change => ({
  level,
  kind: `${level}-kind`,
  place: { component: `Schema${at}`, path: [`p${at}`] },
  contexts: [],
  subject: `p${at}`,
  fact: `The property \`p${at}\` does this`,
  ...(level !== "minor" && { advice: "do that" }),
  ...more,
});
const many = (level: Level, more: (at: number) => Partial<Change> = () => ({})) =>
  Array.from({ length: 90 }, (_, at) => change(level, at, more(at)));

const texts = (at: number, isContract: boolean, before = "a"): { readonly texts: Texts } => ({
  texts: { field: "description", before, after: "b", owner: `Schema${at}`, isContract, isKnown: true },
});
const every = [
  ...many("breaking", () => ({ quotes: ["It must be sent."] })),
  ...many("widening"),
  ...many("minor", (at) => (at % 2 === 0 ? { quotes: [`Required for ${at}.`] } : {})),
  ...many("docs", (at) => texts(at, at % 2 === 0)),
];

test("is under 60 lines whatever changed, where it can lead to a pull request, and names everything", () => {
  const text = writeChangeset(every, LINKED);
  expect(text.split("\n").length).toBeLessThan(60);
  for (let at = 0; at < 90; at += 1) expect(text).toMatch(new RegExp(`\\bp${at}\``));
  expect(text).toContain("- 81 more, each with what to do in [the pull request](https://code.example/pull/7): `Schema");
});

test("has all of it where there is no pull request to lead to", () => {
  const text = writeChangeset(every, SUBJECT);
  for (let at = 0; at < 90; at += 1) expect(text).toContain(`The property \`p${at}\` does this: do that.`);
  for (let at = 0; at < 90; at += 1) expect(text).toContain(`The property \`p${at}\` does this.`);
  for (let at = 0; at < 90; at += 2) expect(text).toContain(`“Required for ${at}.”`);
  expect(text).not.toContain("pull request");
});

test("names what it has no room for with where it belongs", () => {
  const failing = (at: number) => ({
    place: { path: [] },
    contexts: [{ operation: `op${at}`, part: "response 429" }],
    subject: "429",
    kind: "status-added",
  });
  const text = writeChangeset(many("minor", failing).slice(0, 6), LINKED);
  const changes = many("minor", (at) => ({ ...failing(at), fact: `429 of ${at} is new` })).slice(0, 6);
  expect(writeChangeset(changes, LINKED)).toContain(": `429` of `op3`, `429` of `op4`, `429` of `op5`.");
  expect(text).toContain("`op0 response 429`");
});

test("puts first what the specification asks for near what is new, in its words, and not under nothing to do", () => {
  const asked = change("minor", 1, { fact: "`p1` is new", quotes: ["Required for `PASSKEY`.", "Ignored for others."] });
  const breaking = change("breaking", 2, { fact: "`p2` is gone", quotes: ["It is sent elsewhere."] });
  const text = writeChangeset([breaking, asked, change("minor", 3)], SUBJECT);
  const [read = "", rest = ""] = text.split("**Breaking:");
  expect(read).toContain("**Read this before you upgrade:");
  expect(read).toContain("- `Schema1/p1`: `p1` is new. “Required for `PASSKEY`.” “Ignored for others.”\n");
  expect(read).toContain("- `Schema2/p2`: “It is sent elsewhere.”\n");
  expect(rest).toContain("- `Schema2/p2`: `p2` is gone: do that.\n");
  expect(rest).not.toContain("`Schema1/p1`");
  expect(rest).toMatch(/nothing to do\*\*\n\n- `Schema3\/p3`/);
});

test("says nothing to do of nothing that has advice", () => {
  const text = writeChangeset(
    [change("minor", 1, { fact: "`p1` is deprecated", advice: "plan to do without it" })],
    SUBJECT,
  );
  expect(text).toMatch(/before you upgrade: .*\n\n- `Schema1\/p1`: `p1` is deprecated: plan/);
  expect(text).not.toContain("nothing to do");
});

test("tells first what is about whole operations", () => {
  const late = change("minor", 98, { kind: "operation-added", fact: "`makeThing` is new" });
  expect(writeChangeset([...many("minor"), late], SUBJECT)).toMatch(/nothing to do\*\*\n\n- `makeThing` is new\.\n/);
});

test("shows what the text of a value said and says, and only names what else was described otherwise", () => {
  const text = writeChangeset([change("docs", 1, texts(1, true)), change("docs", 2, texts(2, false))], SUBJECT);
  expect(text).toContain("be the contract**\n\n- `Schema1`: `p1`: The description said “a”, says “b” now.\n");
  expect(text).toContain("**Documentation**\n\n- `Schema2`.\n");
});

test("shows texts of what changed in structure before other texts", () => {
  const docs = [change("docs", 1, texts(1, true)), change("docs", 2, texts(2, true))];
  const text = writeChangeset([...docs, change("breaking", 2)], SUBJECT);
  expect(text).toMatch(/be the contract\*\*\n\n- `Schema2`.*\n- `Schema1`/);
});

test("is one line for packages that the line is not in", () => {
  const text = writeOthersChangeset(every, { ...SUBJECT, packages: ["@grid-sdk/device"] });
  expect(text).toBe(
    '---\n"@grid-sdk/device": major\n---\n\n' +
      "Nothing changes here: released with the packages that have the line `2026-04-23`, see their changelog.\n",
  );
});

test("its title names line and day", () => {
  const text = writeChangeset([change("minor", 1)], SUBJECT);
  expect(writeChangeset([change("minor", 1)], { ...SUBJECT, date: undefined })).toContain("revision of an unknown day");
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
