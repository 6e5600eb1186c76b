import { type JsonObject } from "@grid-sdk/openapi";
import { expect, test } from "vitest";
import { keepParameterRefs } from "./keep-parameter-refs.ts";

const id = { name: "id", in: "path", required: true, description: "Our id.", schema: { type: "string" } };
const { description: _, ...bare } = id;
const ref = { $ref: "#/components/parameters/Id" };
const documentOf = (one: unknown, two: unknown, parameters?: JsonObject): JsonObject => ({
  paths: {
    "/a/{id}": { get: { operationId: "readA", parameters: [one] } },
    "/b/{id}": { parameters: [two], get: { operationId: "readB" } },
  },
  ...(parameters && { components: { parameters } }),
});
const ours = documentOf(ref, ref, { Id: id });

test("a parameter that the API writes out stays a component, at operations and paths", () => {
  expect(keepParameterRefs(documentOf(id, id), ours)).toEqual(ours);
});

test("it also stays one at an operation that has moved, and with enums in another order", () => {
  const shared = (values: string[]) => ({ ...id, schema: { enum: values } });
  const moved = (parameter: unknown, rest: JsonObject = {}): JsonObject => ({
    paths: { "/c/{id}": { put: { operationId: "readA", parameters: [parameter] } } },
    ...rest,
  });
  const components = { parameters: { Id: shared(["x", "y"]) } };
  const kept = keepParameterRefs(moved(shared(["x", "y"])), documentOf(ref, ref, { Id: shared(["y", "x"]) }));
  expect(kept).toEqual(moved(ref, { components }));
});

test("a parameter of another structure, or one that ours writes out, stays where it is", () => {
  const other = { ...id, schema: { type: "integer" } };
  expect(keepParameterRefs(documentOf(other, id), ours)).toEqual(documentOf(other, ref, { Id: id }));
  expect(keepParameterRefs(documentOf(id, id), documentOf(id, ref, { Id: id }))).toEqual(
    documentOf(id, ref, { Id: id }),
  );
  expect(keepParameterRefs(documentOf(other, other), ours)).toEqual(documentOf(other, other));
});

test("the component has new words where all have them, else ours, and what has others is written out", () => {
  const renewed = { ...id, description: "The API's new words." };
  expect(keepParameterRefs(documentOf(renewed, renewed), ours)).toEqual(documentOf(ref, ref, { Id: renewed }));
  expect(keepParameterRefs(documentOf(renewed, id), ours)).toEqual(documentOf(renewed, ref, { Id: id }));
  expect(keepParameterRefs(documentOf(bare, id), ours)).toEqual(documentOf(bare, ref, { Id: id }));
});

test("a component of that name that the API has itself is left alone", () => {
  const next = documentOf(id, ref, { Id: { ...id, required: false } });
  expect(keepParameterRefs(next, ours)).toEqual(next);
});

test("the arguments stay as they are", () => {
  const next = documentOf(id, id);
  keepParameterRefs(next, ours);
  expect(next).toEqual(documentOf(id, id));
});
