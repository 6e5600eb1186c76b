import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { describeProblem, DocumentError } from "./document-error.ts";
import { isOpenApi } from "./is-openapi.ts";
import { parseDocument, parseSource } from "./parse-document.ts";
import { readFragment } from "./read-fragment.ts";

const text = `openapi: 3.1
info: &info { title: A, version: "1" }
components:
  schemas:
    A: &a { type: object, properties: { id: { type: string } } }
    B:
      <<: *a
      required: [id]
`;

test("a document has its merge keys merged, its aliases followed, and a line for each value", () => {
  const { document, place } = parseDocument(text, "a.yaml");
  expect(document).toMatchObject({
    components: { schemas: { B: { type: "object", properties: { id: { type: "string" } }, required: ["id"] } } },
  });
  expect(JSON.stringify(document)).not.toContain("<<");
  const pointers = ["/components/schemas/B/required/0", "/components/schemas/none"];
  const placed = place(pointers.map((pointer) => ({ pointer, message: "" })));
  expect(placed.map(({ pointer, line }) => [pointer, line])).toEqual([
    ["/components/schemas/none", 4],
    ["/components/schemas/B/required/0", 8],
  ]);
});

test("a file is read by the same rules as a text", async () => {
  const folder = await mkdtemp(join(tmpdir(), "grid-sdk-openapi-"));
  const file = join(folder, "a.yaml");
  await writeFile(file, text);
  expect(await readFragment(file)).toEqual(parseSource(text, file).document);
  await rm(folder, { recursive: true });
});

test("a version that YAML reads as a number is that version, as text", () => {
  expect(parseSource("openapi: 3.1\n", "a.yaml").document).toEqual({ openapi: "3.1.0" });
});

test("each problem of YAML has its line", () => {
  expect(() => parseDocument("a: 1\na: 2\n", "a.yaml")).toThrow(
    expect.objectContaining({
      message: "a.yaml is not valid YAML.\n  a.yaml:2: Map keys must be unique",
      problems: [{ pointer: "", file: "a.yaml", line: 2, message: "Map keys must be unique" }],
    }),
  );
});

test("an alias within its own anchor is refused", () => {
  expect(() => parseDocument("a: &a\n  b: *a\n", "a.yaml")).toThrow(
    new DocumentError("a.yaml is not valid YAML.", [
      { pointer: "", file: "a.yaml", line: 2, message: "the alias a is within its own anchor" },
    ]),
  );
});

test("problems have file and line, each once, in the order of lines", () => {
  const { place } = parseDocument(text, "a.yaml");
  const [late, early] = [
    { pointer: "/components/schemas/B/required/0", message: "late" },
    { pointer: "/info/title", message: "early" },
  ];
  expect(place([late, early, late]).map(describeProblem)).toEqual([
    "a.yaml:2, /info/title: early",
    "a.yaml:8, /components/schemas/B/required/0: late",
  ]);
});

test.each([
  ["openapi: 3.0.3", 'a.yaml:1, /openapi: openapi must be 3.1.x; found "3.0.3".'],
  ["hello: world", "a.yaml:1, /openapi: openapi must be 3.1.x; found nothing."],
  ["- openapi", "a.yaml:1, /openapi: openapi must be 3.1.x; found nothing."],
])("a document of another version is refused: %s", (other, problem) => {
  expect(() => parseSource(other, "a.yaml")).toThrow(`a.yaml is not an OpenAPI 3.1 document.\n  ${problem}`);
});

test.each([
  ["3.1.0", true],
  ["3.1.1", true],
  [3.1, true],
  ["3.10", false],
  ["3.0.3", false],
  [undefined, false],
])("openapi: %j is OpenAPI 3.1: %s", (openapi, expected) => {
  expect(isOpenApi({ openapi })).toBe(expected);
});
