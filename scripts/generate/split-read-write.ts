import {
  asObject,
  fieldOf,
  type JsonObject,
  type Keys,
  listRefs,
  mapSchema,
  mapSchemas,
  walk,
} from "@grid-sdk/openapi";
import { refuseTaken } from "./type-names.ts";

const PREFIX = "#/components/schemas/";

type Side = "read" | "written";

/**
 * A copy in which requests have no `readOnly` property, and responses no `writeOnly` one. A schema that both use, and
 * that differs, is the one of responses; requests use `<name>Writable`. Bodies are written out in their operations.
 */
export function splitReadWrite(document: JsonObject): JsonObject {
  const components = fieldOf(document, "components");
  const schemas = fieldOf(components, "schemas");
  const differing = findDiffering(schemas);
  if (differing.size === 0 && !hasMarks(document["paths"], ["paths"])) return document;

  const written = findUsed(document, schemas, "requestBody");
  const read = findUsed(document, schemas, "responses");
  const isSplit = (name: string) => differing.has(name) && written.has(name) && read.has(name);
  const viewPart = (schema: JsonObject, side: Side) =>
    dropProperties(schemas, refer(schema, side, isSplit), side === "read" ? "writeOnly" : "readOnly");
  const view = (schema: unknown, side: Side) => mapSchema(schema, [], (part) => viewPart(part, side));

  const entries = Object.entries(schemas).flatMap(([name, schema]): [string, unknown][] => {
    if (!differing.has(name)) return [[name, schema]];
    const side = written.has(name) && !read.has(name) ? "written" : "read";
    const own: [string, unknown] = [name, view(schema, side)];
    if (!isSplit(name)) return [own];
    refuseTaken(schemas, `${name}Writable`, `${name} in requests`);
    return [own, [`${name}Writable`, view(schema, "written")]];
  });
  const { paths } = mapSchemas({ paths: document["paths"] }, (schema, keys) => {
    if (keys[3] === "requestBody") return viewPart(schema, "written");
    return keys[3] === "responses" ? viewPart(schema, "read") : schema;
  });
  return { ...document, paths, components: { ...components, schemas: Object.fromEntries(entries) } };
}

/** The names of the schemas that differ between requests and responses, by their own marks or those of their references. */
function findDiffering(schemas: JsonObject): Set<string> {
  const names = Object.keys(schemas);
  const differing = new Set(names.filter((name) => hasMarks(schemas[name], [...SCHEMAS, name])));
  for (let before = -1; before !== differing.size;) {
    before = differing.size;
    for (const name of names) if (refsIn(schemas[name]).some((ref) => differing.has(ref))) differing.add(name);
  }
  return differing;
}

const SCHEMAS = ["components", "schemas"];

function hasMarks(value: unknown, keys: Keys): boolean {
  return [...walk(value, keys)].some(({ object }) => object["readOnly"] === true || object["writeOnly"] === true);
}

/** The names of the schemas that requests or responses refer to, directly or through others. */
function findUsed(document: JsonObject, schemas: JsonObject, part: "requestBody" | "responses"): Set<string> {
  const operations = Object.values(fieldOf(document, "paths")).flatMap((item) => Object.values(asObject(item)));
  const queue = operations.flatMap((operation) => refsIn(asObject(operation)[part], ["paths", "", "", part]));
  const used = new Set<string>();
  for (let name = queue.pop(); name !== undefined; name = queue.pop()) {
    if (used.has(name)) continue;
    used.add(name);
    queue.push(...refsIn(schemas[name]));
  }
  return used;
}

/** The names of the schemas that a part of a document refers to. */
function refsIn(value: unknown, keys: Keys = [...SCHEMAS, ""]): string[] {
  return listRefs(value, keys).flatMap((ref) => (ref.startsWith(PREFIX) ? [ref.slice(PREFIX.length)] : []));
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
