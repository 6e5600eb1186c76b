import { describe, expect, test } from "vitest";
import { fragmentOf, LINE } from "../test/compile-derived.ts";
import { deriveFiles } from "./derive-files.ts";
import { readDocument } from "./read-document.ts";
import { DocumentError, type JsonObject } from "@grid-sdk/openapi";

const ok = { 200: { description: "" } };
const withOperation = (operation: object, more: JsonObject = {}, method = "get", path = "/things/{id}") =>
  fragmentOf({ paths: { [path]: { [method]: { operationId: "getThing", responses: ok, ...operation } } }, ...more });
const withParameter = (parameter: object) => withOperation({ parameters: [{ name: "p", in: "query", ...parameter }] });
const withSchemas = (schemas: object) => withOperation({}, { components: { schemas } });
const list = (items: object) => ({ schema: { type: "array", items } });
const object = (properties: object) => ({ type: "object", properties });
const text = { type: "string" };
const OPERATION = "/paths/~1things~1{id}/get";
const PARAMETER = `${OPERATION}/parameters/0`;

const union = { oneOf: [{ $ref: "#/components/schemas/A" }], discriminator: { propertyName: "type" } };
const withCondition = (condition: unknown, more: object = {}) =>
  withOperation(
    {
      parameters: [{ name: "p", in: "header", "x-required-when": condition, ...more }],
      requestBody: { content: { "application/json": { schema: union } } },
    },
    { components: { schemas: { A: object({ type: text }) } } },
    "post",
  );

test.each<[name: string, document: JsonObject, pointer: string, message: RegExp]>([
  [
    "a parameter described by content",
    withParameter({ content: { "application/json": {} } }),
    PARAMETER,
    /query parameter p: .*by schema and style/,
  ],
  [
    "a cookie, though it is optional",
    withParameter({ in: "cookie" }),
    PARAMETER,
    /cookie parameter p: .*path, query and header are/,
  ],
  [
    "objects in a deepObject",
    withParameter({ style: "deepObject", schema: object({ a: object({}) }) }),
    PARAMETER,
    /an object must have only plain values/,
  ],
  [
    "an array in an object",
    withParameter({ schema: { allOf: [object({ a: list(text).schema })] } }),
    PARAMETER,
    /an object must have only plain values/,
  ],
  [
    "objects in a map",
    withParameter({ schema: { type: "object", additionalProperties: object({}) } }),
    PARAMETER,
    /an object must have only plain values/,
  ],
  ["arrays of objects", withParameter(list(object({}))), PARAMETER, /an array must hold only plain values/],
  [
    "an array or an object",
    withParameter({ schema: { oneOf: [list(text).schema, object({})] } }),
    PARAMETER,
    /either an array or an object/,
  ],
  [
    "an array as deepObject",
    withParameter({ ...list(text), style: "deepObject" }),
    PARAMETER,
    /form, spaceDelimited or pipeDelimited, not deepObject/,
  ],
  [
    "an object with pipes",
    withParameter({ schema: object({}), style: "pipeDelimited" }),
    PARAMETER,
    /form or deepObject, not pipeDelimited/,
  ],
  [
    "a plain value as deepObject",
    withParameter({ schema: text, style: "deepObject" }),
    PARAMETER,
    /write a plain value with style form/,
  ],
  [
    "a schema that holds itself",
    withOperation(
      { parameters: [{ name: "p", in: "query", schema: { $ref: "#/components/schemas/T" } }] },
      { components: { schemas: { T: object({ t: { $ref: "#/components/schemas/T" } }) } } },
    ),
    PARAMETER,
    /only plain values/,
  ],
  [
    "an array in the path",
    withOperation({ parameters: [{ name: "id", in: "path", ...list(text) }] }),
    PARAMETER,
    /path parameter id: a path parameter must be a string, a number or a boolean/,
  ],
  [
    "a label in the path",
    withOperation({ parameters: [{ name: "id", in: "path", style: "label" }] }),
    PARAMETER,
    /use style simple/,
  ],
  [
    "a path parameter that the path does not have",
    withOperation({ parameters: [{ name: "ID", in: "path" }] }),
    OPERATION,
    /the path has no \{ID\}/,
  ],
  [
    "an object in a header",
    withParameter({ in: "header", schema: object({}) }),
    PARAMETER,
    /a plain value or an array of plain values/,
  ],
  [
    "a GET with a body",
    withOperation({ requestBody: { content: { "application/json": {} } } }),
    `${OPERATION}/requestBody`,
    /GET \/things\/\{id\}: fetch sends no body with GET/,
  ],
  ["TRACE", withOperation({}, {}, "trace"), "/paths/~1things~1{id}/trace", /fetch does not send TRACE/],
  [
    "no success",
    withOperation({ responses: { 400: { description: "" } } }),
    `${OPERATION}/responses`,
    /no 2xx response/,
  ],
  [
    "a range of statuses",
    withOperation({ responses: { ...ok, "4XX": { description: "" } } }),
    `${OPERATION}/responses/4XX`,
    /a status such as 200; found 4XX/,
  ],
  [
    "a response to nothing",
    withOperation({ responses: { ...ok, 400: { $ref: "#/components/responses/X" } } }),
    `${OPERATION}/responses/400/$ref`,
    /X does not exist/,
  ],
  [
    "a body that is not JSON",
    withOperation({ responses: { 200: { content: { "text/csv": {} } } } }),
    `${OPERATION}/responses/200/content`,
    /application\/json and nothing else; found text\/csv/,
  ],
  [
    "a server of its own",
    withOperation({ servers: [{ url: "https://b.example" }] }),
    OPERATION,
    /every call goes to the client's base URL/,
  ],
  [
    "other credentials than HTTP Basic",
    withOperation(
      { security: [{ Agent: [] }] },
      { components: { securitySchemes: { Agent: { type: "http", scheme: "bearer" } } } },
    ),
    `${OPERATION}/security`,
    /only with HTTP Basic; found Agent/,
  ],
  [
    "an id that would export the name of an export",
    withOperation({ operationId: "signed" }),
    `${OPERATION}/operationId`,
    /would export the type SignedInput/,
  ],
  [
    "an id that every object has",
    withOperation({ operationId: "toString" }),
    `${OPERATION}/operationId`,
    /client has toString already/,
  ],
  [
    "a condition without a value",
    withCondition({ body: {} }),
    "/paths/~1things~1{id}/post",
    /must name one property of the body/,
  ],
  [
    "a condition on a value that the body does not have",
    withCondition({ body: { type: "B" } }),
    "/paths/~1things~1{id}/post",
    /names type: B; the body has A/,
  ],
  [
    "a condition on a property that is not the discriminator",
    withCondition({ body: { kind: "A" } }),
    "/paths/~1things~1{id}/post",
    /the body has no such discriminator/,
  ],
  [
    "a condition with a status that is not a refusal",
    withCondition({ body: { type: "A" }, status: 200 }),
    "/paths/~1things~1{id}/post",
    /accepts a status from 400 to 499/,
  ],
  [
    "a condition with a status that is a text",
    withCondition({ body: { type: "A" }, status: "401" }),
    "/paths/~1things~1{id}/post",
    /accepts a status from 400 to 499/,
  ],
  [
    "a condition with another field",
    withCondition({ body: { type: "A" }, header: "p" }),
    "/paths/~1things~1{id}/post",
    /accepts body and status, not header/,
  ],
  [
    "a condition on a parameter that is always required",
    withCondition({ body: { type: "A" } }, { required: true }),
    "/paths/~1things~1{id}/post",
    /no meaning where required is true/,
  ],
  [
    "a reference to a schema that does not exist",
    withSchemas({ A: object({ b: { $ref: "#/components/schemas/B" } }) }),
    "/components/schemas/A/properties/b/$ref",
    /B does not exist/,
  ],
  [
    "a reference out of the document",
    withSchemas({ A: { $ref: "other.yaml#/A" } }),
    "/components/schemas/A/$ref",
    /leads out of the document/,
  ],
  [
    "a schema that is itself",
    withSchemas({
      A: { oneOf: [text, { $ref: "#/components/schemas/B" }] },
      B: { allOf: [{ $ref: "#/components/schemas/A" }] },
    }),
    "/components/schemas/A",
    /made of itself/,
  ],
  [
    "a reference into itself",
    withSchemas({ A: object({ b: object({ c: { $ref: "#/components/schemas/A/properties/b" } }) }) }),
    "/components/schemas/A/properties/b/properties/c/$ref",
    /leads back to itself: move/,
  ],
  [
    "a name that a variant needs",
    withOperation(
      {
        requestBody: { content: { "application/json": { schema: { $ref: "#/components/schemas/A" } } } },
        responses: {
          200: { description: "", content: { "application/json": { schema: { $ref: "#/components/schemas/A" } } } },
        },
      },
      { components: { schemas: { A: object({ id: { ...text, readOnly: true } }), AWritable: text } } },
      "post",
    ),
    "/components/schemas/AWritable",
    /AWritable has the name that A in requests needs/,
  ],
  [
    "a name that a base needs",
    withSchemas({
      A: { ...object({ type: text }), discriminator: { propertyName: "type" } },
      B: { allOf: [{ $ref: "#/components/schemas/A" }] },
      ABase: text,
    }),
    "/components/schemas/ABase",
    /ABase has the name that the base of the union A needs/,
  ],
  ["no version", fragmentOf({ info: { title: "T" } }), "/info/version", /info\.version is missing/],
  [
    "a date that is not valid",
    fragmentOf({ info: { version: "1", "x-revision-date": "today" } }),
    "/info/x-revision-date",
    /"YYYY-MM-DD"; found "today"/,
  ],
  [
    "a date that does not exist",
    fragmentOf({ info: { version: "1", "x-revision-date": "2026-02-30" } }),
    "/info/x-revision-date",
    /must be a day that exists.*found "2026-02-30"/,
  ],
  ["a relative server", fragmentOf({ servers: [{ url: "/v1" }] }), "/servers/0/url", /must be absolute.*found \/v1/],
  [
    "a server's variable without a default",
    fragmentOf({ servers: [{ url: "https://{env}.example" }] }),
    "/servers/0/url",
    /variables\.env\.default is missing/,
  ],
])("refuses %s", (_, document, pointer, message) => {
  expect(readDocument(document).problems).toContainEqual({
    pointer,
    message: expect.stringMatching(message) as string,
  });
});

describe("what is wrong", () => {
  const broken = `openapi: 3.1.0
info: { title: T }
servers: [{ url: /v1 }]
paths:
  /things:
    get:
      operationId: get-things
      responses: { "200": { description: A } }
    post:
      operationId: postThings
      responses: { "4XX": { description: A } }
components: { schemas: { constructor: {} } }
`;

  test("is reported all at once, by line and pointer", async () => {
    const error: unknown = await deriveFiles(broken, LINE).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(DocumentError);
    expect((error as DocumentError).problems).toHaveLength(6);
    const [summary, ...lines] = (error as DocumentError).message.split("\n");
    expect(summary).toBe(`The SDK cannot express ${LINE.fragment}:`);
    expect(lines.map((line) => line.replace(/: .*/, ""))).toEqual(
      [
        "2, /info/version",
        "3, /servers/0/url",
        "7, /paths/~1things/get/operationId",
        "11, /paths/~1things/post/responses/4XX",
        "11, /paths/~1things/post/responses",
        "12, /components/schemas/constructor",
      ].map((place) => `  ${LINE.fragment}:${place}`),
    );
  });

  test("in the YAML is reported with each line", async () => {
    await expect(deriveFiles("openapi: 3.1.0\na: 1\na: 2\nb: 1\nb: 2\n", LINE)).rejects.toThrow(/:3: .*:5: /s);
  });
});
