import { listEndpoints } from "@grid-sdk/contract";
import { describe, expect, test } from "vitest";
import { prepareDocument } from "../src/index.ts";

const error = (code: string) => ({ value: { status: 400, code, message: "No." } });
const json = (schema: object, examples: object = {}) => ({ content: { "application/json": { schema, examples } } });
const shape = (type: string) => ({ type: "object", required: ["type"], properties: { type: { enum: [type] } } });

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
            { round: { value: { type: "CIRCLE", note: "it's round" } }, edged: { value: { type: "SQUARE" } } },
          ),
        },
        responses: {
          200: { description: "Put.", ...json({ type: "object" }) },
          400: { description: "Wrong | bent.", ...json({ type: "object" }, { bent: error("BENT") }) },
          429: { description: "Too fast", headers: { "Retry-After": { schema: { type: "integer" } } } },
          503: { description: "Closed" },
        },
      },
    },
  },
  components: { schemas: { Circle: shape("CIRCLE"), Square: shape("SQUARE") } },
};

const [put] = listEndpoints(prepareDocument(document));
const samples = put?.operation["x-codeSamples"] as { label: string; source: string }[];
const find = (label: string) => samples.find((sample) => sample.label === label)?.source ?? "";

describe("the samples of an operation", () => {
  test("are one of each kind for each example of its body, named by what tells them apart", () => {
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

describe("what goes wrong", () => {
  const description = String(put?.operation["description"]);

  test("stands below the description: code, when, and what to do", () => {
    expect(description).toMatch(/^Puts a shape\.\n\n\*\*What goes wrong\*\*/);
    expect(description).toContain(String.raw`| 400 ${"`BENT`"} | Wrong \| bent. | Mend the request`);
    expect(description).toContain("| 429  | Too fast. | Wait as many seconds as `Retry-After` says");
    expect(description).toContain("| 503  | Closed. | Try again later.");
  });
});

test("examples say what tells them apart, and the document itself stays as it is", () => {
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
  expect(prepared.info.description).toBe(
    "**The line `latest` (`@grid-sdk/client/latest`), the revision of 2026-08-21.**\n\nAll.",
  );
  const [first] = listEndpoints(prepared);
  expect(JSON.stringify(first?.operation["x-codeSamples"])).toContain('from \\"@grid-sdk/client/latest\\"');
  expect(dated.info.description).toBe("All.");
});
