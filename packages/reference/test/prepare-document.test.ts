import { listEndpoints } from "@grid-sdk/openapi";
import { describe, expect, test } from "vitest";
import { prepareDocument } from "../src/index.ts";

const error = (code: string) => ({ value: { status: 400, code, message: "No." } });
const json = (schema: object, examples: object = {}) => ({ content: { "application/json": { schema, examples } } });
const shape = (type: string) => ({
  type: "object",
  required: ["type"],
  properties: { type: { enum: [type] }, note: { type: "string", description: "For people." } },
});
const inner = { id: "Shape:1", proof: "x".repeat(101), within: { name: "inner" } };

const document = {
  openapi: "3.1.0",
  info: { title: "Shapes", version: "1" },
  servers: [{ url: "https://shapes.example/v1" }],
  paths: {
    "/shapes/{id}": {
      put: {
        operationId: "putShape",
        description: "Puts a shape.",
        parameters: [
          { name: "id", in: "path", required: true, schema: { type: "string", minLength: 6 } },
          { name: "limit", in: "query", schema: { type: "integer" } },
        ],
        requestBody: {
          required: true,
          ...json(
            {
              oneOf: [{ $ref: "#/components/schemas/Circle" }, { $ref: "#/components/schemas/Square" }],
              discriminator: {
                propertyName: "type",
                mapping: { CIRCLE: "#/components/schemas/Circle", SQUARE: "#/components/schemas/Square" },
              },
            },
            {
              round: { value: { type: "CIRCLE", note: "it's round" } },
              edged: { value: { type: "SQUARE", note: "edged" } },
            },
          ),
        },
        responses: {
          200: {
            description: "Put.",
            ...json(
              { $ref: "#/components/schemas/Shape" },
              { one: { value: inner }, two: { value: { id: "Shape:2" } } },
            ),
          },
          400: {
            description: "Wrong | bent.",
            ...json({ $ref: "#/components/schemas/Shape" }, { bent: error("BENT") }),
          },
          401: {
            description: "Who?",
            ...json({}, { late: { summary: "Too late", ...error("EXPIRED") }, wrong: error("UNAUTHORIZED") }),
          },
          429: { description: "Too fast", headers: { "Retry-After": { schema: { type: "integer" } } } },
          503: { description: "Closed" },
        },
      },
    },
  },
  components: {
    schemas: {
      Circle: shape("CIRCLE"),
      Square: shape("SQUARE"),
      Shape: {
        allOf: [{ $ref: "#/components/schemas/Shape" }],
        properties: {
          id: { type: "string" },
          name: { type: "string" },
          proof: { type: "string" },
          code: { type: "string" },
          within: { $ref: "#/components/schemas/Shape" },
        },
      },
    },
  },
};

const [put] = listEndpoints(prepareDocument(document));
const samples = put?.operation["x-codeSamples"] as { label: string; source: string }[];
const find = (label: string) => samples.find((sample) => sample.label === label)?.source ?? "";

describe("the samples of an operation", () => {
  test("are one of each kind for each example of its body, named by what distinguishes them", () => {
    expect(samples.map(({ label }) => label)).toEqual(
      ["@grid-sdk/client", "grid.http", "curl"].flatMap((kind) => [`${kind} · CIRCLE`, `${kind} · SQUARE`]),
    );
  });

  test("have what the call needs: a made value where there is no example, and no optional parameter", () => {
    expect(find("@grid-sdk/client · CIRCLE")).toContain('grid.putShape({\n  path: { id: "texttext" },');
    expect(find("grid.http · SQUARE")).toContain('grid.http.PUT("/shapes/{id}"');
    expect(samples.some(({ source }) => source.includes("limit"))).toBe(false);
  });

  test("are quoted for the shell", () => {
    const curl = find("curl · CIRCLE");
    expect(curl).toContain("--url 'https://shapes.example/v1/shapes/texttext'");
    expect(curl).toContain(String.raw`it'\''s round`);
  });
});

describe("an error", () => {
  const responses = put?.operation["responses"] as Record<string, { description: string }>;

  test("says in its response when it comes, its code, and what to do", () => {
    expect(responses["400"]?.description).toMatch(/^Wrong \| bent\.\n\n`BENT`: Fix the request: /);
    expect(responses["429"]?.description).toMatch(/^Too fast\n\nWait as many seconds as `Retry-After` says/);
    expect(responses["503"]?.description).toMatch(/^Closed\n\nTry again later\./);
  });

  test("lists its codes where it has several, each with its own advice", () => {
    expect(responses["401"]?.description).toMatch(
      /^Who\?\n\n- `EXPIRED`: Too late\. Get a new challenge.*\n- `UNAUTHORIZED`: Check `GRID_CLIENT_ID`/,
    );
  });

  test("says it once where operations share the response", () => {
    const shared = { $ref: "#/components/responses/Gone" };
    const paths = Object.fromEntries(["/a", "/b"].map((path) => [path, { get: { responses: { 410: shared } } }]));
    const components = { responses: { Gone: { description: "Gone." } } };
    const prepared = prepareDocument({ openapi: "3.1.0", info: { title: "A", version: "1" }, paths, components });
    const described = listEndpoints(prepared).map(({ operation }) => operation["responses"]);
    const expected = { 410: { description: "Gone.\n\nRead `error.code` and `error.serverMessage`." } };
    expect(described).toEqual([expected, expected]);
  });

  test("leaves successes, and the description of the operation, as they are", () => {
    expect(responses["200"]?.description).toBe("Put.");
    expect(put?.operation["description"]).toBe("Puts a shape.");
  });
});

describe("a field", () => {
  const { schemas } = prepareDocument(document)["components"] as {
    schemas: Record<string, { properties: Record<string, { description?: string }> }>;
  };
  const describeField = (schema: string, field: string) => schemas[schema]?.properties[field]?.description;

  test("shows the value of the first example of a request or a success that has one", () => {
    expect(describeField("Circle", "note")).toBe("For people.\n\nExample: `it's round`");
    expect(describeField("Square", "note")).toBe("For people.\n\nExample: `edged`");
    expect(describeField("Shape", "id")).toBe("Example: `Shape:1`");
  });

  test("shows none where it says its values itself, where the value is long, and none of an error", () => {
    expect(describeField("Circle", "type")).toBeUndefined();
    expect(describeField("Shape", "proof")).toBeUndefined();
    expect(describeField("Shape", "code")).toBeUndefined();
  });

  test("is found in a schema that leads back to itself", () => {
    expect(describeField("Shape", "name")).toBe("Example: `inner`");
  });
});

test("examples say what distinguishes them, and the document itself does not change", () => {
  const before = structuredClone(document);
  const prepared = prepareDocument(document) as typeof document;
  const { examples } = prepared.paths["/shapes/{id}"].put.requestBody.content["application/json"];
  expect(examples).toMatchObject({ round: { summary: "CIRCLE" }, edged: { summary: "SQUARE" } });
  expect(document).toEqual(before);
});

test("names the line and the day of the revision, and imports the line's client in its samples", () => {
  const dated = {
    ...document,
    info: { title: "API", version: "1", description: "All.", "x-revision-date": "2026-08-21" },
  };
  const prepared = prepareDocument(dated, { name: "latest", client: "@grid-sdk/client/latest" }) as typeof dated;
  expect(prepared.info.description).toEqual(
    expect.stringMatching(
      /^\*\*The line `latest` \(`@grid-sdk\/client\/latest`\), the revision of 2026-08-21\.\*\*\n\nAll\.\n\n\*\*Errors\.\*\* /,
    ),
  );
  const [first] = listEndpoints(prepared);
  expect(JSON.stringify(first?.operation["x-codeSamples"])).toContain('from \\"@grid-sdk/client/latest\\"');
  expect(dated.info.description).toBe("All.");
});
