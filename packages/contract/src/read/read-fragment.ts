import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { parse } from "yaml";
import { isJsonObject, type JsonObject } from "./json-object.ts";

/**
 * The fragment that core exports, or the OpenAPI file at `path`, YAML or JSON. Throws a `TypeError` for a file that is
 * no OpenAPI document.
 */
export async function readFragment(path?: string): Promise<JsonObject> {
  const file = path ?? createRequire(import.meta.url).resolve("@grid-sdk/core/openapi.json");
  const document: unknown = parse(await readFile(file, "utf8"));
  if (!isJsonObject(document) || !("openapi" in document)) {
    throw new TypeError(`${file} is not an OpenAPI document: the field "openapi" is missing.`);
  }
  return document;
}
