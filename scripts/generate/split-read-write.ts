import { asObject, fieldOf, isJsonObject, type JsonObject, mapSchema, resolveRef } from "@grid-sdk/openapi";
import { refuseTaken } from "./type-names.ts";

const PREFIX = "#/components/schemas/";

type Side = "read" | "written";

/**
 * A copy in which requests have no `readOnly` property, and responses no `writeOnly` one. A schema that both use, and
 * that differs, is the one of responses; requests use `<name>Writable`.
 */
export function splitReadWrite(document: JsonObject): JsonObject {
  const components = fieldOf(document, "components");
  const schemas = fieldOf(components, "schemas");
  const differing = findDiffering(schemas);
  if (differing.size === 0 && !hasMarks(document["paths"])) return document;

  const written = findUsed(schemas, bodiesOf(document, "written"));
  const read = findUsed(schemas, bodiesOf(document, "read"));
  const isSplit = (name: string) => differing.has(name) && written.has(name) && read.has(name);
  const view = (schema: unknown, side: Side) =>
    mapSchema(schema, [], (part) =>
      dropProperties(schemas, refer(part, side, isSplit), side === "read" ? "writeOnly" : "readOnly"),
    );

  const entries = Object.entries(schemas).flatMap(([name, schema]): [string, unknown][] => {
    if (!differing.has(name)) return [[name, schema]];
    const side = written.has(name) && !read.has(name) ? "written" : "read";
    const own: [string, unknown] = [name, view(schema, side)];
    if (!isSplit(name)) return [own];
    refuseTaken(schemas, `${name}Writable`, `${name} in requests`);
    return [own, [`${name}Writable`, view(schema, "written")]];
  });
  return {
    ...document,
    paths: mapBodies(fieldOf(document, "paths"), view),
    components: { ...components, schemas: Object.fromEntries(entries) },
  };
}

/** The names of the schemas that differ between requests and responses, by their own marks or those of their references. */
function findDiffering(schemas: JsonObject): Set<string> {
  const names = Object.keys(schemas);
  const differing = new Set(names.filter((name) => hasMarks(schemas[name])));
  for (let before = -1; before !== differing.size;) {
    before = differing.size;
    for (const name of names) if (refsIn(schemas[name]).some((ref) => differing.has(ref))) differing.add(name);
  }
  return differing;
}

function hasMarks(value: unknown): boolean {
  let found = false;
  visitObjects(value, (object) => {
    found ||= object["readOnly"] === true || object["writeOnly"] === true;
  });
  return found;
}

/** The names of the schemas that the values refer to, directly or through others. */
function findUsed(schemas: JsonObject, values: readonly unknown[]): Set<string> {
  const used = new Set<string>();
  const queue = values.flatMap(refsIn);
  for (let name = queue.pop(); name !== undefined; name = queue.pop()) {
    if (used.has(name)) continue;
    used.add(name);
    queue.push(...refsIn(schemas[name]));
  }
  return used;
}

function refsIn(value: unknown): string[] {
  const refs: string[] = [];
  visitObjects(value, ({ $ref }) => {
    if (typeof $ref === "string" && $ref.startsWith(PREFIX)) refs.push($ref.slice(PREFIX.length));
  });
  return refs;
}

function visitObjects(value: unknown, visit: (object: JsonObject) => void): void {
  if (Array.isArray(value)) for (const item of value) visitObjects(item, visit);
  if (!isJsonObject(value)) return;
  visit(value);
  for (const item of Object.values(value)) visitObjects(item, visit);
}

function refer(schema: JsonObject, side: Side, isSplit: (name: string) => boolean): JsonObject {
  const [name] = side === "written" ? refsIn({ $ref: schema["$ref"] }) : [];
  return name !== undefined && isSplit(name) ? { ...schema, $ref: `${PREFIX}${name}Writable` } : schema;
}

function dropProperties(schemas: JsonObject, schema: JsonObject, mark: "readOnly" | "writeOnly"): JsonObject {
  const properties = asObject(schema["properties"]);
  const kept = Object.entries(properties).filter(([, property]) => {
    const [name = ""] = refsIn({ $ref: asObject(property)["$ref"] });
    // The reference may lead to the schema of the other side by now.
    const target = schemas[name] ?? schemas[name.replace(/Writable$/, "")];
    return asObject(property)[mark] !== true && asObject(target)[mark] !== true;
  });
  if (kept.length === Object.keys(properties).length) return schema;
  const names = new Set(kept.map(([name]) => name));
  const required: unknown[] = Array.isArray(schema["required"]) ? schema["required"] : [];
  return {
    ...schema,
    properties: Object.fromEntries(kept),
    required: required.filter((name) => !(String(name) in properties) || names.has(String(name))),
  };
}

/** The request bodies of all operations, or their responses. */
function bodiesOf(document: JsonObject, side: Side): unknown[] {
  const operations = Object.values(fieldOf(document, "paths")).flatMap((item) => Object.values(asObject(item)));
  return operations.map((operation) => {
    if (side === "written") return asObject(operation)["requestBody"];
    return Object.values(fieldOf(asObject(operation), "responses")).map((response) =>
      isJsonObject(response) ? resolveRef(document, response) : undefined,
    );
  });
}

function mapBodies(paths: JsonObject, view: (schema: unknown, side: Side) => unknown): JsonObject {
  const mapContent = (holder: unknown, side: Side): JsonObject => {
    const body = asObject(holder);
    if (!isJsonObject(body["content"])) return body;
    const content = Object.entries(body["content"]).map(([type, media]) => {
      const { schema, ...rest } = asObject(media);
      return [type, schema === undefined ? rest : { ...rest, schema: view(schema, side) }];
    });
    return { ...body, content: Object.fromEntries(content) as JsonObject };
  };
  const mapOperation = (value: unknown): JsonObject => {
    const operation = asObject(value);
    const responses = Object.entries(fieldOf(operation, "responses")).map(([status, response]) => [
      status,
      mapContent(response, "read"),
    ]);
    return {
      ...operation,
      ...(operation["requestBody"] !== undefined && { requestBody: mapContent(operation["requestBody"], "written") }),
      responses: Object.fromEntries(responses) as JsonObject,
    };
  };
  const mapped = Object.entries(paths).map(([path, item]) => [
    path,
    Object.fromEntries(Object.entries(asObject(item)).map(([method, operation]) => [method, mapOperation(operation)])),
  ]);
  return Object.fromEntries(mapped) as JsonObject;
}
