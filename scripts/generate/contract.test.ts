import ts from "typescript";
import { describe, expect, test } from "vitest";
import { compileDerived, fragmentOf, LINE } from "../test/compile-derived.ts";
import { deriveFiles } from "./derive-files.ts";

const json = (schema: object) => ({ description: "", content: { "application/json": { schema } } });
const text = { type: "string" };
const object = (properties: object, required: string[] = []) => ({ type: "object", required, properties });

/** An API of a shop: a method without input, one with all inputs, one whose header depends on the body. */
const shop = fragmentOf({
  paths: {
    "/things": {
      get: {
        operationId: "listThings",
        description: "@since the beginning */ export const injected = 1; /*",
        parameters: [{ name: "limit", in: "query", schema: { type: "integer", default: 20 } }],
        responses: { 200: json({ type: "array", items: { $ref: "#/components/schemas/Thing" } }) },
      },
    },
    "/things/{id}": {
      parameters: [
        { name: "id", in: "path", required: true, schema: { type: "integer" } },
        { name: "Trace", in: "header", schema: text },
      ],
      put: {
        operationId: "putThing",
        deprecated: true,
        parameters: [{ name: "dry", in: "query", required: true, schema: { type: "boolean" } }],
        requestBody: { content: { "application/json": { schema: { $ref: "#/components/schemas/Thing" } } } },
        responses: {
          200: json({ $ref: "#/components/schemas/Thing" }),
          202: { description: "" },
          400: json(object({ code: { type: "string", enum: ["BAD", "WORSE"] }, message: text }, ["code", "message"])),
          429: { description: "" },
          500: json(object({ reason: text })),
        },
      },
    },
    "/payments": {
      post: {
        operationId: "pay",
        parameters: [
          { name: "Request-Id", in: "header", "x-required-when": { body: { by: "CARD" } }, schema: text },
          { name: "Note", in: "header", schema: text },
        ],
        requestBody: {
          required: true,
          content: { "application/json": { schema: { $ref: "#/components/schemas/Payment" } } },
        },
        responses: { 204: { description: "" } },
      },
    },
  },
  components: {
    schemas: {
      Thing: {
        deprecated: true,
        description: "@since Ends here */ export const injected = 2; /*",
        ...object({ name: text, kind: { ...text, default: "a", example: "*/" } }, ["name"]),
      },
      Card: object({ by: text, number: text }, ["by", "number"]),
      Cash: object({ by: text, coins: { type: "integer" } }, ["by", "coins"]),
      Payment: {
        oneOf: [{ $ref: "#/components/schemas/Card" }, { $ref: "#/components/schemas/Cash" }],
        discriminator: {
          propertyName: "by",
          mapping: { CARD: "#/components/schemas/Card", CASH: "#/components/schemas/Cash" },
        },
      },
    },
  },
});

const USE = `
import type { ApiErrorBody, ApiErrorCode, ListThingsInput, OperationMethods, Operations, PayInput, Payment, PutThingInput, PutThingResult, Thing } from "./index.ts";
import { operationTable } from "./index.ts";
declare const api: OperationMethods<{ timeoutMs?: number }>;
declare const payment: Payment;
declare const maybe: string | undefined;
type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
const yes = (same: true) => same;
`;

const compile = (code: string, options?: ts.CompilerOptions) => compileDerived(shop, USE + code, options);

describe("the contract between core and client", () => {
  test.each([true, false])("compiles, exactOptionalPropertyTypes: %s", async (exactOptionalPropertyTypes) => {
    expect(
      await compile(
        `
        void api.listThings();
        void api.listThings({ timeoutMs: 1 });
        void api.listThings({ query: undefined });
        void api.putThing({ path: { id: 1 }, query: { dry: true }, header: undefined });
        void api.putThing({ path: { id: 1 }, query: { dry: true }, body: { name: "a" }, timeoutMs: 1 });
        void api.putThing({ path: { id: 1 }, query: { dry: true }, header: { Trace: "1" } }).then((result) => {
          yes({} as Same<typeof result, PutThingResult>);
          if (result.status === 200) result.data.name; else yes(({} as Same<typeof result.data, undefined>));
        });
        const input: PutThingInput = { path: { id: 1 }, query: { dry: true } };
        yes({} as Same<Operations["putThing"]["input"], PutThingInput>);
        yes({} as Same<Operations["putThing"]["success"], { status: 200; data: Thing } | { status: 202; data: undefined }>);
        yes({} as Same<typeof operationTable.putThing.success, { readonly 200: "json"; readonly 202: "empty" }>);
        void input;
        `,
        { exactOptionalPropertyTypes },
      ),
    ).toEqual([]);
  });

  test.each([
    ["a missing path", `void api.putThing({ query: { dry: true } });`],
    ["a missing input", `void api.putThing();`],
    ["a path parameter of another type", `void api.putThing({ path: { id: "1" }, query: { dry: true } });`],
    ["a body where the operation has none", `void api.listThings({ body: {} });`],
    ["a misspelt option", `void api.listThings({ timeoutMS: 1 });`],
    [
      "data that another status has",
      `void api.putThing({ path: { id: 1 }, query: { dry: true } }).then(({ data }) => data.name);`,
    ],
  ])("refuses %s", async (_, code) => {
    expect(await compile(code)).toHaveLength(1);
  });

  test("marks what is deprecated, and keeps every text within its comment", async () => {
    const files = await deriveFiles(JSON.stringify(shop), LINE);
    const methods = files.get("operation-methods.ts") ?? "";
    expect(methods).toMatch(/`PUT \/things\/\{id\}`\n {3}\*\n {3}\* @deprecated\n {3}\*\/\n {2}putThing\(/);
    expect(methods.match(/@deprecated/g)).toHaveLength(1);
    expect(files.get("schema.ts")).toMatch(/ \* @deprecated\n \*\/\nexport type Thing = /);
    for (const [name, content] of files) {
      const source = ts.createSourceFile(name, content, ts.ScriptTarget.Latest);
      const declared = source.statements.filter(ts.isVariableStatement).map((statement) => statement.getText(source));
      expect(declared.filter((declaration) => declaration.includes("injected"))).toEqual([]);
    }
    // Text of the document is not a tag, even if it looks like one.
    expect(methods).toContain("\\@since the beginning");
    expect(files.get("schema.ts")).toContain(" * \\@since Ends here *\\/ export");
  });

  test("documents fields by text, with examples and defaults as tags", async () => {
    const schema = (await deriveFiles(JSON.stringify(shop), LINE)).get("schema.ts");
    expect(schema).not.toContain("@description");
    expect(schema).toContain("* @default a\n     * @example *\\/\n     */\n    kind?: string;");
  });
});

describe("a parameter that some bodies require", () => {
  test.each([
    ["with that body and the parameter", `{ body: { by: "CARD", number: "1" }, header: { "Request-Id": "1" } }`],
    ["with another body and without", `{ body: { by: "CASH", coins: 1 } }`],
    ["with another body and the parameter", `{ body: { by: "CASH", coins: 1 }, header: { "Request-Id": "1" } }`],
    ["with another body and another parameter", `{ body: { by: "CASH", coins: 1 }, header: { Note: "a" } }`],
    ["with a body of the whole union and the parameter", `{ body: payment, header: { "Request-Id": "1", Note: "a" } }`],
  ])("compiles %s", async (_, input) => {
    expect(await compile(`const input: PayInput = ${input}; void api.pay(input); void api.pay(${input});`)).toEqual([]);
  });

  test.each([
    ["with that body and no header", `{ body: { by: "CARD", number: "1" } }`],
    ["with that body and only another header", `{ body: { by: "CARD", number: "1" }, header: { Note: "a" } }`],
    [
      "with that body and a parameter that may be undefined",
      `{ body: { by: "CARD", number: "1" }, header: { "Request-Id": maybe } }`,
    ],
    ["with a body of the whole union and no header", `{ body: payment }`],
    ["with a field of another body", `{ body: { by: "CASH", coins: 1, number: "1" } }`],
  ])("does not compile %s", async (_, input) => {
    expect(await compile(`void api.pay(${input});`)).toHaveLength(1);
  });
});

describe("errors", () => {
  test("have a body with code, message and details, whatever is documented", async () => {
    expect(
      await compile(`
        declare const body: ApiErrorBody;
        void [body.code, body.message, body.details];
        const known: ApiErrorCode = "BAD";
        const other: ApiErrorCode = "SOMETHING_NEW";
        // The documented codes have not collapsed into any string.
        yes({} as Same<Extract<ApiErrorCode, "BAD" | "WORSE">, "BAD" | "WORSE">);
        void [known, other];
      `),
    ).toEqual([]);
  });

  test.each([
    ["no failure at all", {}],
    ["a failure without a body", { 500: { description: "" } }],
    ["a failure that is a string", { 500: json(text) }],
    [
      "a failure whose code is any string",
      { 400: json(object({ code: text })), 500: json(object({ code: { type: "string", enum: ["A"] } })) },
    ],
    ["a failure whose code is a number", { 500: json(object({ code: { type: "integer" } })) }],
  ])("compile with %s", async (_, failures) => {
    const get = { operationId: "getThing", responses: { 200: { description: "" }, ...failures } };
    const document = fragmentOf({ paths: { "/thing": { get } } });
    const code = `import type { ApiErrorBody, ApiErrorCode } from "./index.ts";
      export const read = ({ code, message, details }: Partial<ApiErrorBody>) => [code, message, details];
      export const other: ApiErrorCode = "ANY";
      export const wrong = (code: ApiErrorCode): string => code;`;
    expect(await compileDerived(document, code)).toEqual([]);
  });
});

test("the headers of a result are the platform's, or the methods that all platforms have", async () => {
  const code = `import type { PutThingResult } from "./index.ts"; export const read = ({ headers }: PutThingResult) => headers.get("a");`;
  const whole = `${code}\nexport const own = (result: PutThingResult): Headers => result.headers;`;
  expect(await compileDerived(shop, code)).toEqual([]);
  expect(await compileDerived(shop, whole, { lib: ["lib.es2023.d.ts", "lib.dom.d.ts"] })).toEqual([]);
  expect(await compileDerived(shop, whole, { types: ["node"] })).toEqual([]);
});
