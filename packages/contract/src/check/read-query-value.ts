import { fieldOf, type JsonObject, listParts, type Parameter } from "@grid-sdk/openapi";

/** A decoded query: a name that occurs several times has a list of values. */
export type QueryValues = Readonly<Record<string, string | readonly string[]>>;

/** The value that a query has for a parameter, and the names that it is spread over. */
export interface QueryValue {
  /** Undefined if the query does not have it. */
  readonly value: unknown;
  readonly names: readonly string[];
}

const SEPARATORS: Record<string, string> = { spaceDelimited: " ", pipeDelimited: "|" };

/** Reads a parameter in its documented style: OpenAPI 3.1, Parameter Object. */
export function readQueryValue(document: JsonObject, parameter: Parameter, query: QueryValues): QueryValue {
  const { name, schema, style, explode } = parameter;
  const found = Object.hasOwn(query, name) ? query[name] : undefined;
  const separator = SEPARATORS[style] ?? ",";
  if (hasType(document, schema, "object")) {
    if (style === "deepObject") return readEntries(query, (key) => nameInBrackets(name, key));
    const properties = propertiesOf(document, schema);
    if (explode) return readEntries(query, (key) => (properties.has(key) ? key : undefined));
    return { value: found && readPairs([found].flat().join(separator).split(separator)), names: [name] };
  }
  if (hasType(document, schema, "array")) {
    const values = found === undefined ? undefined : [found].flat();
    return { value: explode ? values : values?.flatMap((value) => value.split(separator)), names: [name] };
  }
  // A plain value that occurs twice is a list, which its type refuses.
  return { value: found, names: [name] };
}

function readEntries(query: QueryValues, nameOf: (key: string) => string | undefined): QueryValue {
  const found = Object.keys(query).flatMap((key) => {
    const property = nameOf(key);
    return property === undefined ? [] : [{ key, property }];
  });
  if (found.length === 0) return { value: undefined, names: [] };
  return {
    value: Object.fromEntries(found.map(({ key, property }) => [property, query[key]])),
    names: found.map(({ key }) => key),
  };
}

function nameInBrackets(name: string, key: string): string | undefined {
  return key.startsWith(`${name}[`) && key.endsWith("]") ? key.slice(name.length + 1, -1) : undefined;
}

/** `a,1,b,2` as `{ a: "1", b: "2" }`. */
function readPairs(parts: readonly string[]): Record<string, string | undefined> {
  return Object.fromEntries(parts.flatMap((part, at) => (at % 2 === 0 ? [[part, parts[at + 1]]] : [])));
}

/** Whether a schema, or one that it is combined of, names a type. */
export function hasType(document: JsonObject, schema: unknown, type: string): boolean {
  return listParts(document, schema).some((part) => [part["type"]].flat().includes(type));
}

function propertiesOf(document: JsonObject, schema: unknown): Set<string> {
  return new Set(listParts(document, schema).flatMap((part) => Object.keys(fieldOf(part, "properties"))));
}
