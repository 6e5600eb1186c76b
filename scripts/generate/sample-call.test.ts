import { type JsonObject, listOperations } from "@grid-sdk/openapi";
import { describe, expect, test } from "vitest";
import { sampleCall } from "./sample-call.ts";

const id = (more: object) => ({ name: "id", in: "path", ...more });
const path = { parameters: [id({ example: "Thing:1" })] };
const inSchema = (schema: object) => ({ parameters: [id({ schema })] });
const withBody = (required: boolean, ...values: object[]) => {
  const examples = Object.fromEntries(values.map((value, at) => [`example${at}`, { value }]));
  return { ...path, requestBody: { required, content: { "application/json": { examples } } } };
};
const demanding = (value: string) => {
  const header = { name: "Request-Id", in: "header", example: "r-1", "x-required-when": { body: { type: value } } };
  return { ...withBody(true, { type: "A" }), parameters: [...path.parameters, header] };
};

const sampleOf = (operation: object) => {
  const document: JsonObject = {
    paths: { "/things/{id}/verify": { post: { operationId: "verifyThing", ...operation } } },
    components: { schemas: { Id: { type: "string", example: "Named" } } },
  };
  return listOperations(document).map((read) => sampleCall(document, read))[0];
};

describe("the sample of a call", () => {
  test.each<[name: string, operation: object, sample: string]>([
    ["names the path", path, 'await grid.verifyThing({\n  path: { id: "Thing:1" }\n});'],
    ["leaves out what is optional and empty", withBody(false, {}), '1" }\n});'],
    ["shows the first body", withBody(true, { type: "A", "a-b": 1 }, { type: "B" }), '"A",\n    "a-b": 1\n  }\n});'],
    ["shows the header that its body requires", demanding("A"), '"r-1" },\n  body: { type: "A" }\n});'],
    ["shows no header for a body that requires none", demanding("B"), '1" },\n  body: { type: "A" }\n});'],
    ["has an example of the parameter's schema", inSchema({ example: "S" }), 'path: { id: "S" }'],
    ["has an example of the schema that it names", inSchema({ $ref: "#/components/schemas/Id" }), '{ id: "Named" }'],
    ["has the first of the schema's examples", inSchema({ examples: ["S1", "S2"] }), 'path: { id: "S1" }'],
  ])("%s", (_, operation, sample) => {
    expect(sampleOf(operation)).toContain(sample);
  });

  test.each([
    ["the body", withBody(true)],
    ["a parameter", { parameters: [id({})] }],
  ])("is left out without an example of %s", (_, operation) => {
    expect(sampleOf(operation)).toBeUndefined();
  });
});
