import { describe, expect, test } from "vitest";
import type { Operation } from "./list-operations.ts";
import { sampleCall } from "./sample-call.ts";

const operation: Operation = {
  operationId: "verifyThing",
  method: "POST",
  path: "/things/{id}/verify",
  summary: "",
  description: "",
  deprecated: false,
  parameters: [
    { name: "id", in: "path", required: true, isString: true, source: { example: "Thing:1" } },
    { name: "Request-Id", in: "header", required: false, isString: true, source: { example: "r-1" } },
  ],
  responses: [],
} as unknown as Operation;

const document = { components: { schemas: { Id: { type: "string", example: "Named" } } } };

const bodyOf = (...examples: object[]) => ({
  required: true,
  schema: {},
  examples: new Map(examples.map((example, index) => [`example${index}`, example])),
});

describe("the sample of a call", () => {
  test.each<[name: string, parts: object, sample: string | undefined]>([
    ["names the path", {}, 'await grid.verifyThing({\n  path: { id: "Thing:1" }\n});'],
    ["leaves out what is optional and empty", { requestBody: { ...bodyOf({}), required: false } }, '1" }\n});'],
    [
      "shows the first body",
      { requestBody: bodyOf({ type: "A", "a-b": 1 }, { type: "B" }) },
      '"A",\n    "a-b": 1\n  }\n});',
    ],
    ["shows what its body demands", demanding("A"), '  header: { "Request-Id": "r-1" },\n  body: { type: "A" }\n});'],
    ["shows no header for a body that demands none", demanding("B"), '1" },\n  body: { type: "A" }\n});'],
    ["is left out without an example of the body", { requestBody: bodyOf() }, undefined],
    [
      "is left out without an example of a parameter",
      { parameters: [{ name: "id", in: "path", required: true, source: {} }] },
      undefined,
    ],
    ["takes an example of the parameter's schema", inSchema({ example: "S" }), 'path: { id: "S" }'],
    [
      "takes an example of the schema that it names",
      inSchema({ $ref: "#/components/schemas/Id" }),
      'path: { id: "Named" }',
    ],
    ["takes the first of the schema's examples", inSchema({ examples: ["S1", "S2"] }), 'path: { id: "S1" }'],
  ])("%s", (_, parts, sample) => {
    const written = sampleCall(document, { ...operation, ...parts });
    if (sample === undefined) expect(written).toBeUndefined();
    else expect(written).toContain(sample);
  });
});

function demanding(value: string): Partial<Operation> {
  const parameters = [{ name: "Request-Id", in: "header" as const }];
  return { requestBody: bodyOf({ type: "A" }), requiredWhen: { property: "type", values: [value], parameters } };
}

function inSchema(schema: object): Partial<Operation> {
  return { parameters: [{ name: "id", in: "path", required: true, isString: true, source: { schema } }] };
}
