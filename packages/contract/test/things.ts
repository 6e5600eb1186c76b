import type { JsonObject } from "@grid-sdk/openapi";

const name = { type: "string", minLength: 1 };
const range = { type: "object", properties: { from: { type: "integer" }, to: { type: "integer" } } };
const json = (schema: unknown) => ({ content: { "application/json": { schema } } });

/** A small API with a parameter in every place, a body by a discriminator, and a header of a response. */
export const things: JsonObject = {
  openapi: "3.1.0",
  paths: {
    "/things/{id}": {
      parameters: [{ name: "id", in: "path", required: true, schema: { type: "string", pattern: "^[a-z]+$" } }],
      get: {
        operationId: "getThing",
        parameters: [
          { name: "limit", in: "query", schema: { type: "integer", minimum: 1 } },
          { name: "all", in: "query", schema: { type: "boolean" } },
          { name: "tags", in: "query", explode: false, schema: { type: "array", items: { enum: ["a", "b"] } } },
          { name: "ids", in: "query", schema: { type: ["array", "null"], items: { type: "integer" } } },
          {
            name: "words",
            in: "query",
            style: "pipeDelimited",
            schema: { type: "array", items: { enum: ["a", "b"] } },
          },
          { name: "filter", in: "query", style: "deepObject", schema: range },
          { name: "range", in: "query", schema: range },
          { name: "since", in: "query", schema: { type: "string", format: "date-time" } },
          { name: "Request-Id", in: "header", required: true, schema: { type: "string", maxLength: 3 } },
          { name: "Content-Type", in: "header", required: true, schema: { type: "string" } },
        ],
        responses: {
          200: {
            ...json({ $ref: "#/components/schemas/Thing" }),
            headers: { ETag: { $ref: "#/components/headers/ETag" } },
          },
          204: { description: "None." },
          default: { description: "Anything." },
        },
      },
      put: {
        operationId: "putThing",
        parameters: [
          {
            name: "If-Match",
            in: "header",
            "x-required-when": { body: { kind: ["BOX"] } },
            schema: { type: "string" },
          },
        ],
        requestBody: { required: true, ...json({ $ref: "#/components/schemas/Thing" }) },
        responses: { 204: { description: "Done." } },
      },
    },
  },
  components: {
    headers: { ETag: { required: true, schema: { type: "string", minLength: 2 } } },
    schemas: {
      Thing: {
        oneOf: [{ $ref: "#/components/schemas/Box" }, { $ref: "#/components/schemas/Bag" }],
        discriminator: { propertyName: "kind", mapping: { BOX: "#/components/schemas/Box", BAG: "Bag" } },
      },
      Box: { type: "object", required: ["kind"], properties: { kind: { const: "BOX" }, name, "a/b": name } },
      Bag: {
        type: "object",
        required: ["kind", "made", "number", "secret"],
        properties: {
          kind: { const: "BAG" },
          made: { type: "string", format: "date" },
          number: { type: "integer", readOnly: true },
          secret: { type: "string", writeOnly: true },
        },
        additionalProperties: false,
      },
    },
  },
};
