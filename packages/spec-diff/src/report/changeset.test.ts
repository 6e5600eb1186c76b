import { expect, test } from "vitest";
import type { Change, Level } from "../judge/change.ts";
import { type Fact, kindOf } from "../facts/facts.ts";
import { renderChangeset, writeOthersChangeset } from "./changeset.ts";

const REVISION = {
  line: { name: "2026-04-23", entry: ".", fragment: "openapi/2026-04-23/grid-auth.yaml" },
  date: "2026-05-01",
  apiVersion: "2025-10-13",
  hasDefaultChanged: false,
  packages: ["@grid-sdk/core", "@grid-sdk/client"],
};
const LINKED = { ...REVISION, pullRequest: "https://code.example/pull/7" };
const FACTS: Record<Level, Fact> = {
  breaking: { kind: "property-removed", heir: undefined, direction: "response" },
  widening: {
    kind: "became-union",
    union: { component: "U", path: [] },
    branches: [],
    discriminator: "t",
    asks: "response",
  },
  minor: { kind: "property-became-required", direction: "response" },
  docs: { kind: "reworded", count: 1 },
};
const change = (level: Level, at: number, more: Partial<Change> = {}): Change => ({
  level,
  kind: kindOf(more.fact ?? FACTS[level]),
  place: { component: `Schema${at}`, path: [`p${at}`] },
  contexts: [],
  subject: `p${at}`,
  fact: FACTS[level],
  ...more,
});
const many = (level: Level, more: (at: number) => Partial<Change> = () => ({})) =>
  Array.from({ length: 90 }, (_, at) => change(level, at, more(at)));

const texts = (at: number, isContract: boolean, before = "a"): { readonly fact: Fact } => ({
  fact: {
    kind: "text-changed",
    field: "description",
    before,
    after: "b",
    owner: `Schema${at}`,
    isContract,
    isKnown: true,
  },
});
const every = [
  ...many("breaking", () => ({ quotes: ["It must be sent."] })),
  ...many("widening"),
  ...many("minor", (at) => (at % 2 === 0 ? { quotes: [`Required for ${at}.`] } : {})),
  ...many("docs", (at) => texts(at, at % 2 === 0)),
];
const write = (changes: readonly Change[], revision: Parameters<typeof writeOthersChangeset>[1]) =>
  renderChangeset({ changes, revision });

test("is under 60 lines if it can link to a pull request, and names everything", () => {
  const text = write(every, LINKED);
  expect(text.split("\n").length).toBeLessThan(60);
  for (let at = 0; at < 90; at += 1) expect(text).toMatch(new RegExp(`\\bp${at}\``));
  expect(text).toContain("- 81 more, each with what to do in [the pull request](https://code.example/pull/7): `Schema");
});

test("lists everything if there is no pull request to link to", () => {
  const text = write(every, REVISION);
  for (let at = 0; at < 90; at += 1) expect(text).toContain(`The property \`p${at}\` is gone: stop reading it.`);
  for (let at = 0; at < 90; at += 1) expect(text).toContain(`The property \`p${at}\` is always there now.`);
  for (let at = 0; at < 90; at += 2) expect(text).toContain(`“Required for ${at}.”`);
  expect(text).not.toContain("pull request");
});

test("names what it leaves out with where it belongs", () => {
  const failing = (at: number) => ({
    place: { path: [] },
    contexts: [{ operation: `op${at}`, part: { kind: "response", status: "429" } as const }],
    subject: "429",
    fact: { kind: "status-added", outcome: "failure" } as const,
  });
  const text = write(many("minor", failing).slice(0, 6), LINKED);
  // Subjects that differ are on lines of their own.
  const changes = many("minor", (at) => ({ ...failing(at), subject: String(429 + at) })).slice(0, 6);
  expect(write(changes, LINKED)).toContain(": `432` of `op3`, `433` of `op4`, `434` of `op5`.");
  expect(text).toContain("`op0 response 429`");
});

test("does not name again in the rest what a line before names", () => {
  const fact = { kind: "property-became-optional", direction: "request" } as const;
  const again = change("minor", 9, { subject: "p1", place: { component: "Schema9", path: ["p1"] }, fact });
  const text = write([...many("minor").slice(0, 5), again], LINKED);
  expect(text).toContain(
    "- 3 more, each with what to do in [the pull request](https://code.example/pull/7): `Schema3/p3`, `Schema4/p4`.\n",
  );
});

test("quotes first what the specification requires of new parts, and not under nothing to do", () => {
  const asked = change("minor", 1, { quotes: ["Required for `PASSKEY`.", "Ignored for others."] });
  const breaking = change("breaking", 2, { quotes: ["It is sent elsewhere."] });
  const text = write([breaking, asked, change("minor", 3)], REVISION);
  const [read = "", rest = ""] = text.split("**Breaking:");
  expect(read).toContain("**Read this before you upgrade:");
  expect(read).toContain(
    "- `Schema1/p1`: The property `p1` is always there now. “Required for `PASSKEY`.” “Ignored for others.”\n",
  );
  expect(read).toContain("- `Schema2/p2`: “It is sent elsewhere.”\n");
  expect(rest).toContain("- `Schema2/p2`: The property `p2` is gone: stop reading it.\n");
  expect(rest).not.toContain("`Schema1/p1`");
  expect(rest).toMatch(/nothing to do\*\*\n\n- `Schema3\/p3`/);
});

test("never lists a change with advice under nothing to do", () => {
  const text = write([change("minor", 1, { fact: { kind: "deprecated", isSet: true } })], REVISION);
  expect(text).toMatch(/before you upgrade: .*\n\n- `Schema1\/p1`: `p1` is deprecated: plan/);
  expect(text).not.toContain("nothing to do");
});

test("lists first what is about whole operations", () => {
  const late = change("minor", 98, { subject: "makeThing", fact: { kind: "operation-added", endpoint: "POST /a" } });
  expect(write([...many("minor"), late], REVISION)).toMatch(
    /nothing to do\*\*\n\n- `makeThing` \(POST \/a\) is new\.\n/,
  );
});

test("shows the old and new text of a value, and only names other changed documentation", () => {
  const text = write([change("docs", 1, texts(1, true)), change("docs", 2, texts(2, false))], REVISION);
  expect(text).toContain(
    "be part of the contract**\n\n- `Schema1`: `p1`: The description said “a” and now says “b”.\n",
  );
  expect(text).toContain("**Documentation**\n\n- `Schema2`.\n");
});

test("shows texts of schemas that changed before other texts", () => {
  const docs = [change("docs", 1, texts(1, true)), change("docs", 2, texts(2, true))];
  const text = write([...docs, change("breaking", 2)], REVISION);
  expect(text).toMatch(/be part of the contract\*\*\n\n- `Schema2`.*\n- `Schema1`/);
});

test("is one line for packages without the line", () => {
  const text = writeOthersChangeset(every, { ...REVISION, packages: ["@grid-sdk/device"] });
  expect(text).toBe(
    '---\n"@grid-sdk/device": major\n---\n\n' +
      "Nothing changes here: it is released with the packages that have the line `2026-04-23`. See their changelog.\n",
  );
});

test("its title names the line and the day", () => {
  const text = write([change("minor", 1)], REVISION);
  expect(write([change("minor", 1)], { ...REVISION, date: undefined })).toContain("revision of an unknown day");
  expect(text).toContain("---\n\nLine `2026-04-23`, revision of 2026-05-01 (Grid API `2025-10-13`): 1 ");
});

test("says first that the default entry does not change, if only another line makes a release major", () => {
  const other = { ...REVISION, line: { ...REVISION.line, name: "latest", entry: "./latest" } };
  const sentence = "---\n\n**Default entry: nothing changes.** Line `latest`";
  expect(write([change("breaking", 1)], other)).toContain(sentence);
  expect(write([change("minor", 1)], other)).not.toContain("nothing changes");
  expect(write([change("breaking", 1)], { ...other, hasDefaultChanged: true })).not.toContain("nothing changes");
  expect(write([change("breaking", 1)], REVISION)).not.toContain("nothing changes");
});

test("names the field of a part of the document, whose name says too little", () => {
  const text = (field: string, owner: string, path: readonly string[] = []): Change =>
    change("docs", 0, {
      place: { path },
      fact: { kind: "text-changed", field, owner, before: "a", after: "b", isKnown: true, isContract: false },
    });
  const changes = [
    text("x-revision-date", "info"),
    text("description", "tags", ["Wallets"]),
    text("tags", "the document"),
    text("example", "GridWalletSignature"),
  ];
  expect(renderChangeset({ changes, revision: REVISION })).toContain(
    "**Documentation**\n\n- `info.x-revision-date`, `tags.Wallets.description`, `tags`, `GridWalletSignature`.\n",
  );
});
