import type { JsonObject } from "@grid-sdk/openapi";
import { expect, test } from "vitest";
import type { Action } from "../overlay/overlay.ts";
import { buildFragment } from "./build-fragment.ts";
import { extractFragment } from "./extract-fragment.ts";

const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });
const A = { type: "object", required: ["b"], properties: { b: ref("B"), c: ref("C") } };
const document: JsonObject = {
  openapi: "3.1.0",
  info: { title: "Things", version: "1" },
  paths: {
    "/a": {
      get: {
        operationId: "getA",
        responses: { 200: { description: "A.", content: { "application/json": { schema: ref("A") } } } },
      },
    },
    "/b": { get: { operationId: "getB", responses: { 200: { description: "B." } } } },
  },
  components: { schemas: { A, B: { type: "string", enum: ["x"] }, C: { type: "integer" }, D: { type: "string" } } },
};
const build = (...actions: Action[]) =>
  buildFragment(extractFragment(document, { include: { paths: ["/a"] }, exclude: {} }), actions);
const schemasOf = ({ components }: JsonObject) => Object.keys((components as { schemas: object }).schemas);
const remove = { target: "$.components.schemas.A.properties.c", remove: true };

test("an action that removes the last use of a component removes it from the fragment, not from upstream", () => {
  const { fragment, upstream } = build(remove);
  expect({ fragment: schemasOf(fragment), upstream: schemasOf(upstream) }).toEqual({
    fragment: ["A", "B"],
    upstream: ["A", "B", "C"],
  });
});

test("a made example is in the fragment and in the actions, not in upstream", () => {
  const { fragment, upstream, examples } = build(remove);
  expect(examples.actions).toMatchObject([{ "x-made": true, update: { examples: { made: { value: { b: "x" } } } } }]);
  expect(JSON.stringify(fragment)).toContain('"examples":{"made":{"value":{"b":"x"}}}');
  expect(JSON.stringify(upstream)).not.toContain("made");
});

test("a schema made of itself is refused before examples are made of it, unless the overlay changes it", () => {
  const circular = { target: "$.components.schemas.C", update: { allOf: [ref("C")] } };
  expect(() => build(circular)).toThrow("/components/schemas/C: #/components/schemas/C is made of itself");
  expect(build(circular, { target: "$.components.schemas.C.allOf", remove: true })).toBeDefined();
});

test("the document stays as it is", () => {
  const before = structuredClone(document);
  build({ target: "$.info", update: { title: "Ours" } });
  expect(document).toEqual(before);
});
