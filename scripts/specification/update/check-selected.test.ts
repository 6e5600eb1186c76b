import { type JsonObject, DocumentError } from "@grid-sdk/openapi";
import { expect, test } from "vitest";
import { parseSource } from "@grid-sdk/openapi/parse";
import { checkSelected } from "./check-selected.ts";
import { extractFragment } from "./extract-fragment.ts";

const NOWHERE = { $ref: "#/components/schemas/Nowhere" };
const body = (schema: object) => ({ 200: { description: "It.", content: { "application/json": { schema } } } });
const sourceOf = (paths: object, schemas: object = {}) =>
  parseSource(JSON.stringify({ openapi: "3.1.0", paths, components: { schemas } } satisfies JsonObject), "a.yaml");
const auth = { "/auth/a": { get: { operationId: "readA", responses: body({ $ref: "#/components/schemas/A" }) } } };
const A = { type: "object" };
const selection = { include: { paths: ["/auth/"] }, exclude: { operations: ["readOld"] } };

const refuse = (...args: Parameters<typeof sourceOf>) => {
  try {
    checkSelected(sourceOf(...args), selection);
    return undefined;
  } catch (error) {
    if (error instanceof DocumentError) return error.message;
    throw error;
  }
};

test.each([
  ["another path", { "/b": { get: { responses: body(NOWHERE) } } }],
  ["a path item of another path", { "/b": NOWHERE }],
  [
    "an operation that the selection excludes",
    { "/auth/old": { get: { operationId: "readOld", responses: body(NOWHERE) } } },
  ],
])("a reference to nothing in %s is reported, and does not block the update", (_, more) => {
  const source = sourceOf({ ...auth, ...more }, { A, Other: NOWHERE });
  const found = checkSelected(source, selection);
  expect(found.map(({ pointer }) => pointer)).toContain("/components/schemas/Other/$ref");
  expect(found).toHaveLength(2);
  expect(Object.keys(extractFragment(source.document, selection).fragment["paths"] as object)).toEqual(["/auth/a"]);
});

test("a path that is not an object is refused with its place", () => {
  expect(refuse({ "/auth/a": "nothing" })).toContain("a.yaml:1, /paths/~1auth~1a: paths must hold only objects");
});

test("a reference to nothing in what is selected is refused, also in a component that it uses", () => {
  expect(refuse({ "/auth/a": { get: { operationId: "readA", responses: body(NOWHERE) } } })).toMatch(
    /^a\.yaml has parts that cannot be read\.\n {2}a\.yaml:1, \/paths\/~1auth~1a\/get.*Nowhere does not exist/,
  );
  expect(refuse(auth, { A: { properties: { b: NOWHERE } }, Other: NOWHERE })).toBe(
    "a.yaml has parts that cannot be read.\n  a.yaml:1, /components/schemas/A/properties/b/$ref: #/components/schemas/Nowhere does not exist.",
  );
  expect(refuse({ "/auth/a": NOWHERE })).toContain("/paths/~1auth~1a/$ref");
});
