import { describe, expect, test } from "vitest";
import { listEndpoints } from "../operations/list-endpoints.ts";
import { DocumentError } from "./document-error.ts";
import { keysOfRef, pointerTo, valueAt } from "./json-pointer.ts";
import { followRef, resolveRef } from "./references.ts";

const document = {
  paths: { "/a/{id}": { $ref: "#/components/pathItems/a~1b" }, "x-note": "no path" },
  components: {
    pathItems: { "a/b": { get: { operationId: "a" }, summary: "A" } },
    schemas: {
      "til~de": { type: "string" },
      Link: { $ref: "#/components/schemas/til~0de" },
      Loop: { $ref: "#/components/schemas/Loop" },
    },
    list: [{ deep: 1 }],
  },
};

describe("a reference", () => {
  test("is converted to keys, escaped and percent-encoded, and back", () => {
    expect(keysOfRef("#/paths/~1a~1%7Bid%7D/get")).toEqual(["paths", "/a/{id}", "get"]);
    expect(pointerTo(["paths", "/a/{id}", 0, "til~de"])).toBe("/paths/~1a~1{id}/0/til~0de");
    expect(keysOfRef("other.yaml#/a")).toBeUndefined();
  });

  test("leads to values and items of lists, never to what every object inherits", () => {
    expect(valueAt(document, ["components", "list", 0, "deep"])).toBe(1);
    expect(valueAt(document, ["components", "toString"])).toBeUndefined();
  });

  test("is followed one step, or to its end", () => {
    expect(followRef(document, "#/components/schemas/Link")).toEqual({ $ref: "#/components/schemas/til~0de" });
    expect(resolveRef(document, { $ref: "#/components/schemas/Link" })).toEqual({ type: "string" });
    expect(resolveRef(document, { type: "number" })).toEqual({ type: "number" });
  });

  test.each([
    ["#/components/schemas/None", "#/components/schemas/None does not exist."],
    [
      "other.yaml",
      "other.yaml leads out of the document: only references within it (#/…) are read. Bundle its files into one.",
    ],
    ["#/components/schemas/Loop", "#/components/schemas/Loop refers to itself."],
  ])("that leads nowhere is refused: %s", (ref, message) => {
    expect(() => resolveRef(document, { $ref: ref })).toThrow(new DocumentError(message));
  });
});

test("operations are found through the reference of their path, and extensions are not paths", () => {
  expect(listEndpoints(document).map(({ method, path, operation }) => [method, path, operation])).toEqual([
    ["GET", "/a/{id}", { operationId: "a" }],
  ]);
});
