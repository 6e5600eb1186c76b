import { expect, test } from "vitest";
import { defaultLine } from "../../workspace/lines.ts";
import { listNextSteps } from "./next-steps.ts";

const line = defaultLine();
const nothing = {
  line,
  taken: [],
  replaced: [],
  lost: [],
  changes: [],
  changeset: undefined,
  date: "2026-05-01",
  dated: undefined,
  unfit: [],
  examples: { actions: [], made: [], missing: [], remade: [] },
  unused: [],
  said: [],
};
const places = (count: number) => Array.from({ length: count }, (_, at) => `/place/${at}`);

test("after an update without new words of the API, the tests and the commit are left to do", () => {
  expect(listNextSteps(nothing)).toEqual(["pnpm test", "Commit everything together."]);
});

test.each(["taken", "replaced", "lost"] as const)(
  "of many places, %s names twenty and says where all of them are",
  (list) => {
    const [all] = listNextSteps({ ...nothing, [list]: places(20) });
    expect(all).toContain("/place/19.");
    expect(all).not.toContain("more");
    const [some] = listNextSteps({ ...nothing, [list]: places(23) });
    expect(some).toContain(`/place/19, and 3 more; \`--json\` lists them all as \`${list}\`.`);
    expect(some).not.toContain("/place/20");
  },
);

test("names the pages that still name the former day", () => {
  const dated = { day: "2026-04-23", pages: ["README.md", "docs/lines.md"] };
  const [step] = listNextSteps({ ...nothing, dated });
  expect(step).toContain("These pages name 2026-04-23");
  expect(step).toContain("where they mean the line: README.md, docs/lines.md.");
  expect(listNextSteps({ ...nothing, dated: { ...dated, pages: [] } })).toHaveLength(2);
});

test("examples that were completed under their names are one line", () => {
  const remade = [{ what: "the example a of GET /a, 200", why: "it lacks b", keys: [], name: "a", example: {} }];
  const steps = listNextSteps({ ...nothing, examples: { ...nothing.examples, remade } });
  expect(steps.filter((step) => step.includes("the example a of GET /a, 200 (it lacks b)"))).toHaveLength(1);
});

test("examples of the API that ours replace are named for comparison", () => {
  const [step] = listNextSteps({ ...nothing, replaced: ["/a/value"] });
  expect(step).toBe(`Compare our examples in ${line.overlay} with the API's new ones, which they replace: /a/value.`);
});
