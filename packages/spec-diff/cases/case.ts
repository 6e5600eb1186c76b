import type { JsonObject } from "@grid-sdk/openapi";
import type { Level } from "../src/judge/change.ts";

export type Json = Record<string, unknown>;

/** Two revisions, and the level of the most serious change. */
export interface Case {
  readonly name: string;
  readonly before: JsonObject;
  readonly after: JsonObject;
  readonly level: Level | "none";
  /** The kind of the most serious change, if the case checks it. */
  readonly kind?: string | undefined;
}

export interface Parts {
  readonly body?: unknown;
  readonly answer?: unknown;
  readonly schemas?: Json;
  readonly parameters?: readonly Json[];
  /** Replaces fields of the operation. */
  readonly operation?: Json;
  /** Replaces fields of the document. */
  readonly root?: Json;
  /** Replaces fields of the path item. */
  readonly item?: Json;
  readonly responses?: Json;
}

export const text = { type: "string" };
export const whole = { type: "integer" };

export function ref(name: string): Json {
  return { $ref: `#/components/schemas/${name}` };
}

/** An object; the properties named in `required` are. */
export function object(properties: Json, required: readonly string[] = [], more: Json = {}): Json {
  return { type: "object", properties, ...(required.length > 0 && { required }), ...more };
}

/** A response or request body of that schema. */
export function json(schema: unknown): Json {
  return { content: { "application/json": { schema } } };
}

export function response(schema: unknown): Json {
  return { description: "A response.", ...json(schema) };
}

/** A document with one operation, `makeThing`, which accepts `body` and responds with 200 and `answer`. */
export function document(parts: Parts = {}): JsonObject {
  const { body, answer = object({ id: text }), schemas = {}, parameters, operation, root, item, responses } = parts;
  const makeThing = {
    operationId: "makeThing",
    summary: "Make a thing",
    ...(parameters && { parameters }),
    ...(body !== undefined && { requestBody: { required: true, ...json(body) } }),
    responses: {
      "200": response(answer),
      "400": response(object({ code: { enum: ["BAD"] } }, ["code"])),
      ...responses,
    },
    ...operation,
  };
  return {
    openapi: "3.1.0",
    info: { title: "Things", version: "1" },
    servers: [{ url: "https://things.example" }],
    security: [{ Basic: [] }],
    paths: { "/things/{id}": { post: makeThing, ...item } },
    components: { securitySchemes: { Basic: { type: "http", scheme: "basic" } }, schemas },
    ...root,
  };
}

export type Expected = readonly [level: Level | "none", kind?: string];

/** A case between two documents. */
export function between(name: string, before: Parts, after: Parts, [level, kind]: Expected): Case {
  return { name, before: document(before), after: document(after), level, kind };
}

/** A case for each direction in which a schema may be used, as a component so that its types are exported. */
export function schemaCases(
  name: string,
  before: unknown,
  after: unknown,
  expected: { readonly request: Expected; readonly response: Expected },
  schemas: Json = {},
): Case[] {
  const used = (use: "body" | "answer", schema: unknown): Parts => ({
    [use]: ref("Thing"),
    schemas: { Thing: schema, ...schemas },
  });
  return [
    between(`${name}, in a request`, used("body", before), used("body", after), expected.request),
    between(`${name}, in a response`, used("answer", before), used("answer", after), expected.response),
  ];
}
