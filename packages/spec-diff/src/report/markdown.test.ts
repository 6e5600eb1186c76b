import type { JsonObject } from "@grid-sdk/openapi";
import { describe, expect, test } from "vitest";
import { document, object, text } from "../../cases/case.ts";
import { compareDocuments } from "../compare-documents.ts";
import { renderMarkdown } from "./markdown.ts";

const reportMarkdown = (before: JsonObject, after: JsonObject) =>
  renderMarkdown({ changes: compareDocuments(before, after) });

const described = (description: string) => ({ ...text, description });
const thing = (description: string) => object({ challenge: described(description) });

test("lists old and new texts of properties apart from other documentation, one entry for a schema", () => {
  const [before, after] = ["base64url", "hex"].map((form) =>
    document({
      schemas: { Passkey: object({ challenge: described(`In ${form}.`), id: described(`An id in ${form}.`) }) },
      operation: { description: `Written in ${form}.` },
    }),
  );
  const report = reportMarkdown(before ?? {}, after ?? {});
  expect(report).toBe(
    "A patch release: 3 documentation changes.\n\n" +
      "### Changed texts about what requests and responses carry, which may be part of the contract\n\n" +
      "- **Passkey**\n" +
      "  - `challenge`: The description said “In base64url.” and now says “In hex.”.\n" +
      "  - `id`: The description said “An id in base64url.” and now says “An id in hex.”.\n\n" +
      "### Documentation\n\n" +
      "- **makeThing** The description said “Written in base64url.” and now says “Written in hex.”.\n",
  );
});

test("fits into a pull request, and says what is left out", () => {
  const revision = (word: string) => {
    const schemas = Array.from({ length: 900 }, (_, at) => [`Schema${at}`, thing(`${word} `.repeat(40))]);
    return document({ schemas: Object.fromEntries(schemas) });
  };
  const report = reportMarkdown(revision("one"), revision("two"));
  expect(report.length).toBeLessThan(65_536);
  expect(report).toMatch(/\n\d+ more lines: `pnpm spec:diff` prints them\.\n$/);
});

test("names a parameter in what it reports about it", () => {
  const sorted = (schema: object) => document({ parameters: [{ name: "sort", in: "query", schema }] });
  const report = reportMarkdown(sorted({ enum: ["a"], default: "a" }), sorted({ enum: ["a", "b"], default: "b" }));
  expect(report).toContain("The value `b` of the query parameter `sort` is new.");
  expect(report).toContain('The default of the query parameter `sort` is "b" instead of "a": send "a" where');
  expect(report).not.toContain("the body");
});

test("names a branch by its title, and a union by its own name", () => {
  const either = (...values: string[]) =>
    document({
      answer: { $ref: "#/components/schemas/Either" },
      schemas: { Either: { oneOf: values.map((value) => ({ const: value, title: `The ${value}` })) } },
    });
  expect(reportMarkdown(either("A", "B"), either("A", "B", "C"))).toContain("The branch `The C` of `Either` is new");
});

describe("a property that is removed where another one is added", () => {
  const has = (...names: string[]) =>
    document({ answer: object(Object.fromEntries(names.map((name) => [name, text]))) });
  const say = (before: string[], after: string[]) => reportMarkdown(has(...before), has(...after));
  const hint = "same shape";

  test("may be renamed if the names end in the same word", () => {
    expect(say(["taxIdentifier"], ["identifier", "country"])).toContain(
      "`identifier`, which is new, has the same shape",
    );
    expect(say(["taxIdentifier", "userIdentifier"], ["identifier"])).not.toContain(hint);
  });

  test("may be renamed if the shape says more than a type", () => {
    const shaped = (name: string, more: object) => document({ answer: object({ [name]: { ...text, ...more } }) });
    for (const more of [{ format: "date-time" }, { pattern: "^a" }, { enum: ["A", "B"] }]) {
      expect(reportMarkdown(shaped("from", more), shaped("since", more))).toContain(hint);
    }
    const nested = (name: string) => document({ answer: object({ [name]: object({ id: text }) }) });
    expect(reportMarkdown(nested("owner"), nested("user"))).toContain(hint);
  });

  test("is not renamed by a bare type, or if one is another form of the other", () => {
    expect(say(["otp"], ["bundle"])).not.toContain(hint);
    expect(say(["otp"], ["encryptedOtpBundle"])).not.toContain(hint);
    expect(say(["otp"], ["encryptedOtp"])).not.toContain(hint);
    expect(say(["otp", "clientKey"], ["bundle"])).not.toContain(hint);
  });
});
