import { expect, test } from "vitest";
import { createBodyCheck, formatViolation, mergeViolations } from "../src/index.ts";
import { things } from "./things.ts";

test("reports the same for a schema that is used again and again", () => {
  const check = createBodyCheck(things);
  const schema = { type: "array", items: { $ref: "#/components/schemas/Box" } };
  for (let times = 0; times < 3; times++) {
    expect(check(schema, [{ kind: "BOX" }, {}]).map(formatViolation)).toEqual(["body/1/kind is required"]);
    expect(check({ $ref: "#/components/schemas/Box" }, { kind: 1 }).map(formatViolation)).toEqual([
      "body/kind must be equal to constant",
    ]);
  }
});

test("distinguishes a reference from one with keywords beside it", () => {
  const check = createBodyCheck(things);
  expect(check({ $ref: "#/components/schemas/Box" }, { kind: "BOX" })).toEqual([]);
  const beside = { $ref: "#/components/schemas/Box", required: ["name"] };
  expect(check(beside, { kind: "BOX" })).toMatchObject([{ where: "body/name", code: "required" }]);
});

test("keeps the first violation of a place: a body and its type are one, header names are case-insensitive", () => {
  const own = [
    { where: "body/a", message: "is required" },
    { where: "header/ETag", message: "is required" },
  ];
  const others = [
    { where: "header/content-type", message: "is wrong" },
    { where: "header/etag", message: "is missing" },
    { where: "query/b", message: "is required" },
  ];
  expect(mergeViolations(own, others)).toEqual([...own, others[2]]);
});
