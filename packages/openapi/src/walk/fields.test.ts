import { describe, expect, test } from "vitest";
import { findBrokenRefs } from "../document/find-broken-refs.ts";
import { listSchemaKeywords, subschemasOf } from "./fields.ts";
import { mapSchema, walk } from "./walk.ts";

const inner = { $ref: "#/components/schemas/Gone", description: "Inner." };
const forms = { one: inner, list: [inner], map: { inner } };
const rows = (["one", "list", "map"] as const).flatMap((form) =>
  listSchemaKeywords(form).map((keyword) => [keyword, { [keyword]: forms[form] }] as const),
);

describe("a keyword is one row of the table: a schema under it", () => {
  test.each(rows)("%s", (_, schema) => {
    const document = { components: { schemas: { A: schema } } };
    expect([...walk(document)].filter(({ isSchema }) => isSchema).map(({ object }) => object)).toEqual([schema, inner]);
    expect(findBrokenRefs(document)).toHaveLength(1);
    expect(subschemasOf(schema).map((one) => one.schema)).toEqual([inner]);
    const mapped = mapSchema(schema, [], (part) => ({ ...part, title: "Seen" }));
    expect(JSON.stringify(mapped).match(/Seen/g)).toHaveLength(2);
  });
});
