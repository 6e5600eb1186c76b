import { expect, test } from "vitest";
import type { Change } from "../judge/change.ts";
import { renderPullRequest } from "./pull-request.ts";
import type { Report, Update } from "./report.ts";

const change = (at: number): Change => ({
  level: "breaking",
  kind: "property-removed",
  place: { component: `Thing${at}`, path: [`p${at}`] },
  contexts: [],
  subject: `p${at}`,
  fact: { kind: "property-removed", heir: undefined, direction: "response" },
});
const report = (changes: readonly Change[], more: Partial<Update> = {}): Report => ({
  changes,
  revision: {
    line: { name: "2026-04-23", entry: ".", fragment: "openapi/2026-04-23/grid-auth.yaml" },
    date: "2026-05-01",
    apiVersion: "2025-10-13",
    hasDefaultChanged: false,
    packages: [],
  },
  update: {
    files: ["a.yaml"],
    changeset: ".changeset/spec.md",
    dryRun: false,
    leftOut: [],
    advice: [],
    unsound: [],
    taken: [],
    replaced: [],
    lost: [],
    leftToDo: ["Read .changeset/spec.md as a consumer would.", "pnpm test"],
    ...more,
  },
});

test("begins with line, day and level, which are the title, and lists what to check, what was left out and all changes", () => {
  const more = {
    leftOut: [{ what: "TRACE /a", why: "nobody sends it" }],
    advice: [{ pointer: "/info", line: 1, message: "Style." }],
    unsound: [{ pointer: "/paths/~1a", line: 3, message: "#/b does not exist." }],
  };
  const [title, ...sections] = renderPullRequest(report([change(1)], more)).split("\n\n");
  expect(title).toBe("Line `2026-04-23`, revision of 2026-05-01: a major release: 1 breaking change.");
  const text = sections.join("\n\n");
  expect(text).toMatch(/^## To check\n\n- \[ \] Read \.changeset\/spec\.md .*\n- \[ \] pnpm test\n/s);
  expect(text).toContain("## Left out\n\n- TRACE /a: nobody sends it.\n");
  expect(text).toContain("- line 3, /paths/~1a: #/b does not exist.\n");
  expect(text).toContain("## Advice for the API's owners\n\nStyle findings: 1");
  expect(text).toMatch(/## Changes\n.*\| breaking \| Thing1\/p1 \| The property `p1` is gone: stop reading it\. \|/s);
});

test("is a sentence and the changes where nothing was updated", () => {
  expect(renderPullRequest({ changes: [change(1)] })).toMatch(/^A major release: 1 breaking change\.\n\n## Changes\n/);
});

test("fits into a pull request, whatever changed and was left out, and says what is missing", () => {
  const many = Array.from({ length: 2_000 }, (_, at) => change(at));
  const leftOut = many.map(({ subject }) => ({ what: `GET /${subject}`, why: "the selection excludes it" }));
  const text = renderPullRequest(report(many, { leftOut }));
  expect(text.length).toBeLessThanOrEqual(65_536);
  expect(text).toMatch(/\n\n\d+ more lines: `pnpm spec:diff` prints them\.\n$/);
});
