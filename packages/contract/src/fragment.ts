import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { parse } from "yaml";

export type Json = { readonly [key: string]: unknown };

/** An OpenAPI document. */
export interface OpenApiDocument extends Json {
  readonly openapi: unknown;
}

/** The fragment that core exports, or the OpenAPI file at `path`, YAML or JSON. */
export async function readFragment(path?: string): Promise<OpenApiDocument> {
  const file = path ?? createRequire(import.meta.url).resolve("@grid-sdk/core/openapi.json");
  const document: unknown = parse(await readFile(file, "utf8"));
  if (!isJson(document) || !("openapi" in document)) {
    throw new TypeError(`${file} is not an OpenAPI document: the field "openapi" is missing.`);
  }
  return document as OpenApiDocument;
}

export function isJson(value: unknown): value is Json {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** A place in the document, `#/…`, and the object that stands there; references are followed. */
export interface Place {
  readonly pointer: string;
  readonly value: Json;
}

/** What stands at `pointer`; an empty object if nothing does, or what refers to another file. */
export function lookUp(document: OpenApiDocument, pointer: string): Place {
  const value = pointer
    .split("/")
    .slice(1)
    .map((key) => decodeURIComponent(key).replaceAll("~1", "/").replaceAll("~0", "~"))
    .reduce<unknown>((at, key) => (isJson(at) || Array.isArray(at) ? (at as Json)[key] : undefined), document);
  const ref = isJson(value) ? value["$ref"] : undefined;
  if (typeof ref === "string" && ref !== pointer) {
    return ref.startsWith("#/") ? lookUp(document, ref) : { pointer, value: {} };
  }
  return { pointer, value: isJson(value) ? value : {} };
}

/** What stands below a place, under the given keys. */
export function lookInto(document: OpenApiDocument, { pointer }: Place, ...keys: string[]): Place {
  const path = keys.map((key) => encodeURIComponent(key.replaceAll("~", "~0").replaceAll("/", "~1")));
  return lookUp(document, [pointer, ...path].join("/"));
}
