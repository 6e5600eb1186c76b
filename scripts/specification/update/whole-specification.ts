import { type JsonObject } from "@grid-sdk/openapi";

/** How many schemas of the specification refer to each other: those of one resource. */
const SCHEMAS_OF_A_RESOURCE = 8;
const SCHEMAS_PER_PATH = 640 / 120;

/**
 * A specification made up around the fragment, in another order; for tests and benchmarks. With 120 paths it has the
 * size of the API's whole one: 640 schemas, 26,000 lines.
 */
export function buildWholeSpecification(fragment: JsonObject, paths = 120): JsonObject {
  const { components, paths: own, tags, ...rest } = fragment as { [key: string]: JsonObject };
  const ownSchemas = components?.["schemas"] as JsonObject;
  const count = Math.round(paths * SCHEMAS_PER_PATH) - Object.keys(ownSchemas).length;
  const schemas = makeEntries(count, (at) => [`Made${at}`, buildSchema(at, count)]);
  const made = makeEntries(paths - Object.keys(own ?? {}).length, (at) => [`/made/${at}`, buildPath(at)]);
  return {
    tags: [{ name: "Made", description: "Made up." }, ...((tags as unknown as unknown[]) ?? [])],
    components: {
      ...components,
      schemas: { ...schemas, ...Object.fromEntries(Object.entries(ownSchemas).toReversed()) },
    },
    paths: { ...made, ...own },
    ...rest,
  };
}

function makeEntries(count: number, make: (at: number) => [string, JsonObject]): JsonObject {
  return Object.fromEntries(Array.from({ length: count }, (_, at) => make(at)));
}

function buildSchema(at: number, count: number): JsonObject {
  const names = Array.from({ length: 8 }, (_, index) => `field${index}`);
  const resource = at - (at % SCHEMAS_OF_A_RESOURCE);
  const next = resource + ((at + 1 - resource) % Math.min(SCHEMAS_OF_A_RESOURCE, count - resource));
  return {
    type: "object",
    description: `Schema ${at}.`,
    required: names,
    properties: {
      ...Object.fromEntries(
        names.map((name) => [name, { type: "string", description: `The ${name} of schema ${at}.` }]),
      ),
      next: { $ref: `#/components/schemas/Made${next}` },
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
