import { isJsonObject, type JsonObject, resolveRef } from "./fragment.ts";
import { readQueryStyle, type QueryStyle } from "./query-style.ts";
import type { Keys, Reader } from "./reader.ts";
import { shapeOf } from "./value-shape.ts";

export const LOCATIONS = ["path", "query", "header"] as const;
export type ParameterLocation = (typeof LOCATIONS)[number];

export interface Parameter {
  readonly name: string;
  readonly in: ParameterLocation;
  readonly required: boolean;
  /** Whether the specification types it as a string. */
  readonly isString: boolean;
  /** Of a query parameter that is not written as openapi-fetch does by itself. */
  readonly style?: QueryStyle;
  /** The resolved Parameter Object. */
  readonly source: JsonObject;
}

// OpenAPI 3.1, Parameter Object: definitions of these headers shall be ignored.
const IGNORED_HEADERS = new Set(["accept", "content-type", "authorization"]);

/** The parameters of an operation: its own, and those of its path item that it does not describe itself. */
export function readParameters(reader: Reader, keys: Keys, pathItem: JsonObject, operation: JsonObject): Parameter[] {
  const found = new Map<string, Parameter>();
  const read = (list: unknown, at: Keys) => {
    for (const [index, item] of (Array.isArray(list) ? list : []).entries()) {
      const resolved = reader.resolve(item, [...at, index]);
      const parameter = resolved && readParameter(reader, [...at, index], resolved);
      if (parameter) found.set(`${parameter.in} ${parameter.name}`, parameter);
    }
  };
  read(pathItem["parameters"], [...keys.slice(0, -1), "parameters"]);
  read(operation["parameters"], [...keys, "parameters"]);
  return addUndescribed(reader, keys, String(keys[1]), [...found.values()]);
}

function readParameter(reader: Reader, keys: Keys, parameter: JsonObject): Parameter | undefined {
  const name = String(parameter["name"]);
  const location = LOCATIONS.find((known) => known === parameter["in"]);
  const refuse = (reason: string) =>
    void reader.report(keys, `${String(parameter["in"])} parameter ${name}: ${reason}.`);
  if (!location) {
    return refuse(`parameters in ${String(parameter["in"])} are not supported; path, query and header are`);
  }
  if (location === "header" && IGNORED_HEADERS.has(name.toLowerCase())) return undefined;
  if (isJsonObject(parameter["content"])) {
    return refuse("a parameter that is described by content cannot be written; describe it by schema and style");
  }
  const shape = reader.attempt([...keys, "schema"], () => shapeOf(reader.document, parameter["schema"]));
  if (!shape) return undefined;
  const required = location === "path" || parameter["required"] === true;
  const schema = parameter["schema"];
  const type = isJsonObject(schema) ? resolveRef(reader.document, schema)["type"] : undefined;
  const read = { name, in: location, required, isString: type === "string", source: parameter };
  const style = parameter["style"] ?? "simple";
  if (location === "query") {
    const written = readQueryStyle(parameter, shape);
    return typeof written === "string" ? refuse(written) : { ...read, ...(written && { style: written }) };
  }
  if (style !== "simple") return refuse(`style ${String(style)} cannot be written there; style simple can`);
  if (location === "path" && (shape.isArray || shape.isObject)) {
    return refuse("a path takes a string, a number or a boolean, no array and no object");
  }
  if (shape.isObject || shape.isNested) return refuse("a header takes a plain value or an array of plain values");
  return read;
}

/** A path parameter that nobody describes is a string: left out, the template itself would be sent. */
function addUndescribed(reader: Reader, keys: Keys, path: string, parameters: readonly Parameter[]): Parameter[] {
  const described = parameters.filter((parameter) => parameter.in === "path").map(({ name }) => name);
  const named = [...path.matchAll(/\{([^{}]*)\}/g)].map(([, name = ""]) => name);
  for (const name of described) {
    if (!named.includes(name)) reader.report(keys, `the path has no {${name}} for the path parameter ${name}.`);
  }
  const undescribed = named
    .filter((name) => !described.includes(name))
    .map((name) => ({
      name,
      in: "path" as const,
      required: true,
      isString: true,
      source: { name, in: "path", schema: { type: "string" } },
    }));
  return [...parameters, ...undescribed];
}
