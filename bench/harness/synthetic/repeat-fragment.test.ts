import { listOperations, readFragment } from "@grid-sdk/openapi";
import { SPECIFICATION } from "@grid-sdk/contract/fixtures";
import { deriveFiles } from "@grid-sdk/scripts/derive-files";
import { expect, test } from "vitest";
import { stringify } from "yaml";
import { repeatFragment, suffixOf } from "./repeat-fragment.ts";

const CHALLENGE = "/auth/credentials/{id}/challenge";
const document = await readFragment(SPECIFICATION);
// A path also has fields that are not operations.
const item = (document["paths"] as Record<string, object>)[CHALLENGE];
Object.assign(document["paths"] as object, { [CHALLENGE]: { summary: "A challenge", parameters: [], ...item } });

test("is the fragment itself for as many operations as that has", () => {
  expect(repeatFragment(document, listOperations(document).length)).toEqual(document);
});

test.each([1, 10, 100])("has %i operations, and the SDK can be generated from it", async (count) => {
  const repeated = repeatFragment(document, count);
  const names = listOperations(repeated).map(({ id }) => id);
  expect(names).toHaveLength(count);
  expect(new Set(names).size).toBe(count);
  const files = await deriveFiles(stringify(repeated, { aliasDuplicateObjects: false }), { fragment: "repeated.yaml" });
  expect(files.get("operation-table.ts")).toContain(`${names.at(-1)}:`);
});

test("gives each copy schemas of its own", () => {
  const second = suffixOf(1);
  const { components } = repeatFragment(document, 2 * listOperations(document).length) as {
    components: { schemas: Record<string, unknown> };
  };
  const [own, copied] = ["AuthMethodResponse", `AuthMethodResponse${second}`].map((name) =>
    JSON.stringify(components.schemas[name]),
  );
  expect(copied).toBe(own?.replaceAll(/#\/components\/schemas\/\w+/g, `$&${second}`));
  expect(copied).not.toBe(own);
});
