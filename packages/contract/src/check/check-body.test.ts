import type { JsonObject } from "@grid-sdk/openapi";
import { describe, expect, test } from "vitest";
import { createBodyCheck } from "./check-body.ts";
import { formatViolation } from "./violation.ts";

const text = { type: "string" };
const document: JsonObject = {
  openapi: "3.1.0",
  components: {
    schemas: {
      Pet: {
        oneOf: [{ $ref: "#/components/schemas/Cat" }, { $ref: "#/components/schemas/Dog" }],
        discriminator: { propertyName: "kind" },
      },
      Base: { type: "object", required: ["kind"], properties: { kind: text } },
      Cat: {
        allOf: [{ $ref: "#/components/schemas/Base" }, { type: "object", properties: { lives: { type: "integer" } } }],
      },
      Dog: {
        allOf: [
          { $ref: "#/components/schemas/Base" },
          { properties: { toys: { type: "array", items: { type: "object", properties: { name: text } } } } },
        ],
      },
      Map: { type: "object", additionalProperties: { type: "object", properties: { name: text } } },
      Open: { type: "object", properties: { any: { type: "object" } }, additionalProperties: text },
    },
  },
};
const checkBody = createBodyCheck(document, { closed: true });
const check = (name: string, body: unknown) =>
  checkBody({ $ref: `#/components/schemas/${name}` }, body).map(formatViolation);

describe("a body", () => {
  test.each([
    ["Pet", { kind: "Cat", lives: 9 }],
    ["Pet", { kind: "Dog", toys: [{ name: "ball" }] }],
    ["Open", { any: { thing: [1] }, more: "text" }],
    ["Base", { kind: "Fish" }],
  ])("of %s passes: %j", (name, body) => {
    expect(check(name, body)).toEqual([]);
  });

  test.each([
    ["Pet", { kind: "Cat", toys: [] }, ["body/toys is not declared"]],
    ["Pet", { kind: "Dog", toys: [{ name: "ball", colour: "red" }] }, ["body/toys/0/colour is not declared"]],
    ["Map", { a: { name: "ball", colour: "red" } }, ["body/a/colour is not declared"]],
    ["Pet", { kind: "Fish" }, ["body/kind must be one of Cat, Dog"]],
    ["Pet", "Cat", ["body must be object"]],
    ["Open", { more: 1 }, ["body/more must be string"]],
    ["Base", { lives: 9 }, ["body/kind is required", "body/lives is not declared"]],
  ])("of %s is refused: %j", (name, body, violations) => {
    expect(check(name, body)).toEqual(violations);
  });
});
