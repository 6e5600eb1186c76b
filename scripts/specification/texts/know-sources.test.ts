import { type JsonObject } from "@grid-sdk/openapi";
import { compareDocuments, describeChange, describeWhere } from "@grid-sdk/spec-diff";
import { expect, test } from "vitest";
import { hashText } from "./hash-text.ts";
import { knowIfHashed } from "./know-sources.ts";

const PLACE = "/paths/~1a/get/responses/200/content/application~1json/examples";
const documentOf = (description: string, examples: object = {}): JsonObject => ({
  openapi: "3.1.0",
  paths: {
    "/a": {
      get: {
        operationId: "readA",
        parameters: [{ $ref: "#/components/parameters/Limit" }],
        responses: {
          200: {
            description: "It.",
            content: {
              "application/json": { schema: { type: "object", properties: { a: { description } } }, examples },
            },
          },
        },
      },
    },
  },
  components: {
    parameters: { Limit: { name: "limit", in: "query", schema: {}, description: `Limit ${description}` } },
  },
});
const SCHEMA = "/paths/~1a/get/responses/200/content/application~1json/schema/properties/a/description";
const LIMIT = "/paths/~1a/get/parameters/query limit/description";
const hashesOf = (description: string, limit = description) => ({
  [SCHEMA]: hashText(description),
  [LIMIT]: hashText(`Limit ${limit}`),
});
type Side = readonly [document: JsonObject, hashes: Record<string, string> | undefined];
const say = ([before, was]: Side, [after, is]: Side) => {
  const known = knowIfHashed({ document: before, hashes: was }, { document: after, hashes: is });
  return compareDocuments(before, after, known).map((change) => `${change.level} ${describeChange(change)}`);
};

test("a text has changed if the API's own has, whatever our words are", () => {
  const [ours, next] = [documentOf("In our words."), documentOf("In other words of ours.")];
  expect(say([ours, hashesOf("A.")], [next, hashesOf("A.")])).toEqual([
    "docs 2 texts and examples changed only in our own words.",
  ]);
  expect(say([ours, hashesOf("A.", "L.")], [documentOf("B."), hashesOf("B.", "L.")])).toEqual([
    "docs 1 text or example changed only in our own words.",
    "docs The description was replaced: “B.”.",
  ]);
});

test("a text that is not recorded, such as the title of a document, has changed if it differs", () => {
  const titled = (title: string) => ({ ...documentOf("A."), info: { title } });
  expect(say([titled("One"), hashesOf("A.")], [titled("Two"), hashesOf("A.")])).toEqual([
    "docs The title said “One” and now says “Two”.",
  ]);
});

test("what the API's own text said before is shown where it is known", () => {
  expect(say([documentOf("A."), hashesOf("A.")], [documentOf("B."), hashesOf("B.")])).toEqual([
    "docs The description said “Limit A.” and now says “Limit B.”.",
    "docs The description said “A.” and now says “B.”.",
  ]);
  expect(say([documentOf("A."), undefined], [documentOf("B."), hashesOf("B.")])).toHaveLength(2);
});

test("an example of ours decides no level, one of the API's does", () => {
  const examples = { passkey: { value: { a: 1 } } };
  const before = documentOf("A.", examples);
  const gone = (hashes: Record<string, string>) => {
    const known = knowIfHashed({ document: before, hashes }, { document: documentOf("A."), hashes: hashesOf("A.") });
    const changes = compareDocuments(before, documentOf("A."), known);
    return changes.filter(({ kind }) => kind === "example-removed").map((one) => `${one.level} ${describeWhere(one)}`);
  };
  expect(gone(hashesOf("A."))).toEqual(["docs readA response 200"]);
  expect(gone({ ...hashesOf("A."), [`${PLACE}/passkey/value`]: hashText({ a: 1 }) })).toEqual([
    "breaking readA response 200",
  ]);
});
