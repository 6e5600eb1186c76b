import { type JsonObject } from "@grid-sdk/openapi";
import { describe, expect, test } from "vitest";
import { applyOverlay } from "./apply-overlay.ts";
import { type Action, MADE } from "./overlay.ts";
import { subtractOverlay } from "./subtract-overlay.ts";

const body = (content: JsonObject): JsonObject => ({
  openapi: "3.1.0",
  paths: { "/a": { get: { responses: { "200": { description: "", content: { "application/json": content } } } } } },
});
const BODY = "$.paths['/a'].get.responses['200'].content['application/json']";
const schema = (content: JsonObject): JsonObject => ({ components: { schemas: { A: content } } });
const SCHEMA = "$.components.schemas.A";

/** What is kept of upstream's document, and the fragment that it gives with the overlay. */
function take(document: JsonObject, ...actions: Action[]) {
  const { document: rest, said } = subtractOverlay(document, actions);
  const own = actions.filter((action) => action[MADE] !== true);
  return { rest, said, fragment: applyOverlay(rest, own).document };
}

describe("an example of ours replaces upstream's at the same place as a whole:", () => {
  const theirs = { summary: "Theirs", value: { a: 1, b: { c: 2, d: 3 } } };
  const ours = { value: { a: 1, b: { c: 2 } } };
  const parameter = { name: "p", in: "query" };
  test.each<[string, JsonObject, Action, (example: unknown) => JsonObject, rest: JsonObject]>([
    [
      "a named one of a body",
      body({ examples: { one: theirs } }),
      { target: BODY, update: { examples: { one: ours } } },
      (one) => body({ examples: { one } }),
      body({}),
    ],
    [
      "one that the action's target holds by name",
      body({ examples: { one: theirs } }),
      { target: `${BODY}.examples`, update: { one: ours } },
      (one) => body({ examples: { one } }),
      body({ examples: {} }),
    ],
    [
      "one that refers to a component",
      body({ examples: { one: theirs } }),
      { target: BODY, update: { examples: { one: { $ref: "#/components/examples/One" } } } },
      () => body({ examples: { one: { $ref: "#/components/examples/One" } } }),
      body({}),
    ],
    [
      "the value of one that we describe no further",
      body({ examples: { one: theirs } }),
      { target: `${BODY}.examples.one`, update: ours },
      (one) => body({ examples: { one: { summary: "Theirs", ...(one as object) } } }),
      body({ examples: { one: { summary: "Theirs" } } }),
    ],
    [
      "a component",
      { components: { examples: { One: theirs, Two: theirs } } },
      { target: "$.components", update: { examples: { One: ours } } },
      (One) => ({ components: { examples: { One, Two: theirs } } }),
      { components: { examples: { Two: theirs } } },
    ],
    [
      "that of a parameter",
      { components: { parameters: { P: { ...parameter, example: theirs } } } },
      { target: "$.components.parameters.*", update: { example: ours } },
      (example) => ({ components: { parameters: { P: { ...parameter, example } } } }),
      { components: { parameters: { P: parameter } } },
    ],
    [
      "that of a schema",
      schema({ properties: { a: { type: "object", example: theirs } } }),
      { target: SCHEMA, update: { properties: { a: { example: ours } } } },
      (example) => schema({ properties: { a: { type: "object", example } } }),
      schema({ properties: { a: { type: "object" } } }),
    ],
    [
      "the list of a schema",
      schema({ type: "object", examples: [theirs] }),
      { target: SCHEMA, update: { examples: [ours] } },
      (example) => schema({ type: "object", examples: [example] }),
      schema({ type: "object" }),
    ],
  ])("%s", (_, document, action, expected, rest) => {
    const taken = take(document, action);
    expect(taken).toEqual({ fragment: expected(ours), rest, said: [] });
    // The same again, of what is kept and of the fragment.
    for (const again of [taken.rest, taken.fragment]) {
      const { fragment, rest: kept } = take(again, action);
      expect({ fragment, rest: kept }).toEqual({ fragment: expected(ours), rest });
    }
  });

  test("of each place that a wildcard finds", () => {
    const document = { components: { schemas: { A: { example: { a: 1 } }, B: { example: { b: 2 } } } } };
    const { rest, fragment } = take(document, {
      target: "$.components.schemas.*",
      update: { example: { c: 3 } },
    });
    expect(rest).toEqual({ components: { schemas: { A: {}, B: {} } } });
    expect(fragment).toEqual({ components: { schemas: { A: { example: { c: 3 } }, B: { example: { c: 3 } } } } });
  });
});

test("an update adds to a property called example", () => {
  const document = schema({ properties: { example: { type: "string", maxLength: 1 } } });
  const action = { target: SCHEMA, update: { properties: { example: { minLength: 1 } } } };
  const { fragment } = take(document, action);
  expect(fragment).toEqual(schema({ properties: { example: { type: "string", maxLength: 1, minLength: 1 } } }));
});

test("a component that upstream refers to stays beside it, with our example", () => {
  const document = {
    ...body({ examples: { one: { $ref: "#/components/examples/One" } } }),
    components: { examples: { One: { value: { theirs: 1 } } } },
  };
  const action = { target: "$.components", update: { examples: { One: { value: { ours: 2 } } } } };
  const expected = { ...document, components: { examples: { One: { value: { ours: 2 } } } } };
  const { rest, fragment } = take(document, action);
  expect({ rest, fragment }).toEqual({ rest: expected, fragment: expected });
  expect(take(rest, action).rest).toEqual(expected);
});

test("upstream's example replaces a made one", () => {
  const document = body({ examples: { made: { value: { a: 1 } } } });
  const action = { target: BODY, [MADE]: true, update: { examples: { made: { value: { b: 2 } } } } };
  expect(take(document, action).fragment).toEqual(document);
});
