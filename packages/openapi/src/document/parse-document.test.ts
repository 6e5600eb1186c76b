import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { isOpenApi } from "./is-openapi.ts";
import { parseDocument } from "./parse-document.ts";
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
  const { document, locate } = parseDocument(text, "a.yaml");
  expect(document).toMatchObject({
    components: { schemas: { B: { type: "object", properties: { id: { type: "string" } }, required: ["id"] } } },
  });
  expect(JSON.stringify(document)).not.toContain("<<");
  expect(locate(["components", "schemas", "B", "required", 0])).toBe(8);
  expect(locate(["components", "schemas", "none"])).toBe(4);
});

test("a file is read by the same rules as a text", async () => {
  const folder = await mkdtemp(join(tmpdir(), "grid-sdk-openapi-"));
  const file = join(folder, "a.yaml");
  await writeFile(file, text);
  expect(await readFragment(file)).toEqual(parseDocument(text, file).document);
  await rm(folder, { recursive: true });
});

test("each problem of YAML has its line", () => {
  expect(() => parseDocument("a: 1\na: 2\n", "a.yaml")).toThrow(
    expect.objectContaining({
      message: "a.yaml is not valid YAML.",
      problems: [expect.objectContaining({ pointer: "", line: 2 })],
    }),
  );
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
