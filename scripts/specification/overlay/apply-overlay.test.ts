import { type DocumentError } from "@grid-sdk/openapi";
import { describe, expect, test } from "vitest";
import { applyOverlay } from "./apply-overlay.ts";
import { type Action, readOverlay } from "./overlay.ts";
import { subtractOverlay } from "./subtract-overlay.ts";

// The kinds of the Overlay Specification's own examples (4.5): structured, targeted, wildcard, array and trait.
const DOCUMENT = {
  info: { title: "Old", version: "1" },
  paths: {
    "/buildings": { get: { parameters: [{ name: "filter", in: "query", schema: { enum: ["a"] } }], tags: ["x"] } },
    "/users": {
      get: {
        "x-oai-traits": ["paged"],
        parameters: [
          { name: "a", in: "query" },
          { name: "b", in: "query" },
        ],
      },
    },
  },
};
const apply = (...actions: Action[]) => applyOverlay(DOCUMENT, actions);

const PATH = "overlay.yaml";
test("changes only one place, also if a YAML alias puts the same value at another", () => {
  const shared = { examples: {} };
  const document = { a: shared, b: shared };
  const action = { target: "$.a.examples", update: { one: 1 } };
  const { document: overlaid } = applyOverlay(document, [action]);
  expect(overlaid).toEqual({ a: { examples: { one: 1 } }, b: { examples: {} } });
  expect(document).toEqual({ a: { examples: {} }, b: { examples: {} } });
});

test("is removed from only one place, likewise", () => {
  const shared = { examples: { one: 1, two: 2 } };
  const action = { target: "$.a.examples", update: { one: 1 } };
  const { document: rest } = subtractOverlay({ a: shared, b: shared }, [action]);
  expect(rest).toEqual({ a: { examples: { two: 2 } }, b: { examples: { one: 1, two: 2 } } });
});

describe("an overlay", () => {
  test.each<[string, Action, (document: typeof DOCUMENT & Record<string, unknown>) => unknown, unknown]>([
    [
      "merges a structure into the root",
      { target: "$", update: { info: { title: "New" } } },
      ({ info }) => info,
      { title: "New", version: "1" },
    ],
    [
      "updates what a path names",
      { target: "$.paths['/users'].get", update: { summary: "All" } },
      ({ paths }) => (paths["/users"].get as { summary?: string }).summary,
      "All",
    ],
    [
      "updates all that a wildcard finds",
      { target: "$.paths.*.get", update: { "x-safe": true } },
      ({ paths }) => Object.values(paths).map((item) => (item.get as Record<string, unknown>)["x-safe"]),
      [true, true],
    ],
    [
      "updates what a filter finds",
      { target: "$.paths.*.get.parameters[?@.name=='filter' && @.in=='query']", update: { required: true } },
      ({ paths }) => (paths["/buildings"].get.parameters[0] as { required?: boolean }).required,
      true,
    ],
    [
      "appends to a list",
      { target: "$.paths['/buildings'].get.tags", update: "y" },
      ({ paths }) => paths["/buildings"].get.tags,
      ["x", "y"],
    ],
    [
      "applies to what has a trait",
      { target: "$.paths[?@.get['x-oai-traits'][?@ == 'paged']].get", update: { "x-paged": true } },
      ({ paths }) => Object.values(paths).map((item) => "x-paged" in item.get),
      [false, true],
    ],
    [
      "removes an entry",
      { target: "$.paths['/users']", remove: true },
      ({ paths }) => Object.keys(paths),
      ["/buildings"],
    ],
    [
      "removes all items that a wildcard finds",
      { target: "$.paths['/users'].get.parameters[*]", remove: true },
      ({ paths }) => paths["/users"].get.parameters,
      [],
    ],
    [
      "removes the items that it names, in whatever order, each once",
      { target: "$.paths['/users'].get.parameters[1,0,0]", remove: true },
      ({ paths }) => paths["/users"].get.parameters.length,
      DOCUMENT.paths["/users"].get.parameters.length - 2,
    ],
    [
      "updates a field whose name is also that of a list's length, and one whose name needs quotes",
      { target: "$.paths['/buildings'].get.parameters[0].schema", update: { length: 1, "it's": [2] } },
      ({ paths }) => paths["/buildings"].get.parameters[0]?.schema,
      { enum: ["a"], length: 1, "it's": [2] },
    ],
    [
      "copies, as 1.1 has it",
      { target: "$.info", copy: "$.paths['/buildings'].get" },
      ({ info }) => Object.keys(info),
      ["title", "version", "parameters", "tags"],
    ],
  ])("%s", (_, action, read, expected) => {
    const { document } = apply(action);
    expect(read(document as never)).toEqual(expected);
  });

  test("does not change the document that it is applied to", () => {
    const before = structuredClone(DOCUMENT);
    apply({ target: "$.paths['/users']", remove: true }, { target: "$", update: { info: { title: "New" } } });
    expect(DOCUMENT).toEqual(before);
  });

  test("reports the actions whose target does not exist", () => {
    const nothing = { target: "$.paths['/gone'].get", update: { summary: "All" } };
    const same = { target: "$.info", update: { title: "Old" } };
    expect(apply(nothing, same)).toEqual({ unused: [nothing], document: DOCUMENT });
  });

  test.each([
    ["no value", "$.nope"],
    ["several values", "$.paths['/users'].get.parameters[*]"],
    ["a list into an object", "$.paths['/users'].get.parameters"],
  ])("reports an action that copies %s, and changes nothing", (_, copy) => {
    const action = { target: "$.info", copy };
    expect(apply(action)).toEqual({ unused: [action], document: DOCUMENT });
  });

  test("subtracted from a document and applied to the rest gives the document again", () => {
    const whole = { target: "$.info", update: { title: "Old" } };
    const half = { target: "$", update: { info: { version: "1", summary: "New" } } };
    const { document: rest, said } = subtractOverlay(DOCUMENT, [whole, half]);
    expect(rest).toEqual({ paths: DOCUMENT.paths });
    expect(said).toEqual([whole]);
    const { document } = applyOverlay({ ...rest, info: {} }, [whole]);
    expect(document).toEqual({ ...DOCUMENT, info: { title: "Old" } });
  });
});

test("a text that is not an overlay is refused with all that is wrong", () => {
  const text = `overlay: 2.0.0
actions:
  - { target: paths, update: {} }
  - { target: $.info }
  - { target: $.info, copy: $.paths }
  - { target: $.info, remove: 1 }
  - { target: "$.paths[", update: {} }
`;
  try {
    readOverlay(text.replace("2.0.0", "1.0.0"), PATH);
    expect.unreachable();
  } catch (error) {
    expect((error as DocumentError).problems.map(({ pointer, message }) => `${pointer} ${message}`)).toEqual([
      '/actions/0 target must be a JSONPath that starts with "$"; found "paths".',
      '/actions/1 an action must update, remove or copy something; found {"target":"$.info"}.',
      '/actions/2 copy must be a JSONPath, in an overlay of version 1.1; found "$.paths" in version 1.0.0.',
      "/actions/3 remove must be true or false; found 1.",
      expect.stringContaining("/actions/4 target $.paths[ is not a valid JSONPath"),
    ]);
  }
  expect(() => readOverlay(text, PATH)).toThrow("overlay.yaml is not an OpenAPI Overlay");
  expect(() => readOverlay("actions: [", PATH)).toThrow("overlay.yaml is not valid YAML");
  expect(() => readOverlay(text, PATH)).toThrow("overlay.yaml:7, /actions/4: target $.paths[ is not a valid JSONPath");
});
