import type { Change } from "@grid-sdk/spec-diff";
import { expect, test } from "vitest";
import { defaultLine } from "../../workspace/lines.ts";
import { writePullRequest } from "./pull-request.ts";

const change = (at: number): Change => ({
  level: "breaking",
  kind: "property-removed",
  place: { component: `Thing${at}`, path: [`p${at}`] },
  contexts: [],
  subject: `p${at}`,
  fact: `The property \`p${at}\` is gone`,
  advice: "stop reading it",
});
const plan = (changes: readonly Change[], more: object = {}) => ({
  line: defaultLine(),
  taken: [],
  replaced: [],
  lost: [],
  changes,
  files: new Map(),
  changeset: ".changeset/spec.md",
  date: "2026-05-01",
  advice: [],
  unsound: [],
  dated: undefined,
  leftOut: [],
  unfit: [],
  examples: { actions: [], made: [], missing: [], remade: [] },
  unused: [],
  said: [],
  ...more,
});

test("begins with line, day and level, which are the title, and lists what to look at, what was left out and all changes", () => {
  const more = {
    leftOut: [{ what: "TRACE /a", why: "nobody sends it" }],
    advice: [{ pointer: "/info", line: 1, message: "Style." }],
    examples: { actions: [], made: ["GET /a, 200"], missing: [], remade: [] },
  };
  const [title, ...sections] = writePullRequest(plan([change(1)], more)).split("\n\n");
  expect(title).toBe("Line `2026-04-23`, revision of 2026-05-01: a major release: 1 breaking change.");
  const text = sections.join("\n\n");
  expect(text).toMatch(/^## To look at\n\n- \[ \] Read \.changeset\/spec\.md .*GET \/a, 200\.\n.*- \[ \] pnpm test\n/s);
  expect(text).toContain("## Left out\n\n- TRACE /a: nobody sends it.\n");
  expect(text).toContain("## Advice for the API's owners\n\n1 findings of style");
  expect(text).toMatch(/## Changes\n.*\| breaking \| Thing1\/p1 \| The property `p1` is gone: stop reading it\. \|/s);
});

test("fits what GitHub takes, whatever changed and was left out", () => {
  const many = Array.from({ length: 2_000 }, (_, at) => change(at));
  const leftOut = many.map(({ subject }) => ({ what: `GET /${subject}`, why: "the selection excludes it" }));
  const text = writePullRequest(plan(many, { leftOut }));
  expect(text.length).toBeLessThanOrEqual(65_536);
  expect(text.endsWith("\n\nThe rest is in the changeset, and in `pnpm spec:diff`.\n")).toBe(true);
});
