import type { JsonObject } from "../generate/fragment.ts";

const PATHS = 115;
const SCHEMAS = 610;

/** A specification of the size of the API's whole one, made up around the fragment and in another order; for tests. */
export function buildWholeSpecification(fragment: JsonObject): JsonObject {
  const { components, paths, tags, ...rest } = fragment as { [key: string]: JsonObject };
  const schemas = Object.fromEntries(Array.from({ length: SCHEMAS }, (_, at) => [`Made${at}`, buildSchema(at)]));
  const made = Object.fromEntries(Array.from({ length: PATHS }, (_, at) => [`/made/${at}`, buildPath(at)]));
  return {
    tags: [{ name: "Made", description: "Made up." }, ...((tags as unknown as unknown[]) ?? [])],
    components: {
      ...components,
      schemas: { ...schemas, ...Object.fromEntries(Object.entries(components?.["schemas"] ?? {}).toReversed()) },
    },
    paths: { ...made, ...paths },
    ...rest,
  };
}

function buildSchema(at: number): JsonObject {
  const names = Array.from({ length: 10 }, (_, index) => `field${index}`);
  return {
    type: "object",
    description: `Schema ${at}.`,
    required: names,
    properties: {
      ...Object.fromEntries(
        names.map((name) => [name, { type: "string", description: `The ${name} of schema ${at}.` }]),
      ),
      next: { $ref: `#/components/schemas/Made${(at + 1) % SCHEMAS}` },
    },
  };
}

function buildPath(at: number): JsonObject {
  const schema = { $ref: `#/components/schemas/Made${at}` };
  return {
    get: {
      operationId: `getMade${at}`,
      summary: `Get ${at}`,
      responses: { "200": { description: "It.", content: { "application/json": { schema } } } },
    },
  };
}
