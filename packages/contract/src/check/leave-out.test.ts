import { expect, test } from "vitest";
import { leaveOut } from "./leave-out.ts";

const id = { type: "string", readOnly: true };
const inner = { type: "object", required: ["id"], properties: { id: { type: "string" } } };

test("a property that is readOnly is not required in a request", () => {
  const schema = { type: "object", required: ["id", "name"], properties: { id, name: { type: "string" } } };
  expect(leaveOut({}, schema, "readOnly")).toMatchObject({ required: ["name"] });
  expect(leaveOut({}, schema, "writeOnly")).toMatchObject({ required: ["id", "name"] });
});

test("the mark holds where schemas of the same object are combined", () => {
  const schema = { properties: { id }, allOf: [{ required: ["id", "name"] }], if: { required: ["id"] } };
  expect(leaveOut({}, schema, "readOnly")).toMatchObject({ allOf: [{ required: ["name"] }], if: { required: [] } });
});

test.each([
  ["a property", { properties: { id, inner } }, ["properties", "inner"]],
  ["an item", { properties: { id }, items: inner }, ["items"]],
  ["a further property", { properties: { id }, additionalProperties: inner }, ["additionalProperties"]],
])("the mark does not leak into another object: %s", (_, schema, path) => {
  const left = leaveOut({}, { type: "object", required: ["id"], ...schema }, "readOnly");
  const nested = path.reduce<unknown>((value, key) => (value as Record<string, unknown>)[key], left);
  expect(nested).toMatchObject({ required: ["id"] });
});
