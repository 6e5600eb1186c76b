import { expect, test } from "vitest";
import type { JsonObject } from "@grid-sdk/openapi";
import { settleConditions } from "./settle-conditions.ts";

const union = {
  oneOf: [{ $ref: "#/components/schemas/Box" }],
  discriminator: { propertyName: "kind", mapping: { BOX: "#/components/schemas/Box" } },
};
const settle = (document: JsonObject) => ({ document, leftOut: settleConditions(document) });
const bodyOf = (schema: object) => ({ content: { "application/json": { schema } } });
const header = { name: "Tag", in: "header", schema: { type: "string" } };
const shared = { ...header, "x-required-when": { body: { kind: "BOX" } } };
const documentOf = (operation: object, parameters: object[] = []) => ({
  paths: { "/things": { parameters, post: { operationId: "makeThing", responses: {}, ...operation } } },
  components: { parameters: { Tag: shared }, schemas: { Box: { type: "object" } } },
});

test("a condition that the body allows stays", () => {
  const document = documentOf({ parameters: [shared], requestBody: bodyOf(union) });
  expect(settle(structuredClone(document))).toEqual({ document, leftOut: [] });
});

test.each([
  ["of a body without a discriminator", { requestBody: bodyOf({ type: "object" }) }, {}, "has no such discriminator"],
  ["of no body at all", {}, {}, "has no such discriminator"],
  ["of another kind", { requestBody: bodyOf(union) }, { "x-required-when": { body: { kind: "BAG" } } }, "has BOX"],
  ["beside required", { requestBody: bodyOf(union) }, { required: true }, "has no meaning where required is true"],
])("a condition %s is left out, and nothing else", (_, operation, more, why) => {
  const { "x-required-when": __, ...rest } = { ...shared, ...more };
  const wanted = documentOf({ ...operation, parameters: [rest] });
  const { document, leftOut } = settle(documentOf({ ...operation, parameters: [{ ...shared, ...more }] }));
  expect(document).toEqual(wanted);
  expect(leftOut).toEqual([{ what: "x-required-when of POST /things", why: expect.stringMatching(`${why}$`) }]);
});

test("a condition of a parameter that others share is left out of that operation only", () => {
  const { document } = settle(documentOf({}, [{ $ref: "#/components/parameters/Tag" }]));
  expect(document).toEqual(documentOf({ parameters: [header] }, [{ $ref: "#/components/parameters/Tag" }]));
});
