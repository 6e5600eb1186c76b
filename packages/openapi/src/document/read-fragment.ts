import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { checkDocument } from "./check-document.ts";
import { isOpenApi } from "./is-openapi.ts";
import { isJsonObject, type JsonObject } from "./json-object.ts";

/**
 * The fragment that core exports, or the OpenAPI file at `path`, YAML or JSON. Throws a `TypeError` for a file that is
 * no OpenAPI 3.1 document, and a `FragmentError` with every reference and pattern of it that cannot be used.
 */
export async function readFragment(path?: string): Promise<JsonObject> {
  const file = path ?? createRequire(import.meta.url).resolve("@grid-sdk/core/openapi.json");
  const document = await parse(file, await readFile(file, "utf8"));
  if (!isJsonObject(document) || !("openapi" in document)) {
    throw new TypeError(`${file} is not an OpenAPI document: the field "openapi" is missing.`);
  }
  if (!isOpenApi(document)) throw new TypeError(`${file} is OpenAPI ${String(document["openapi"])}; 3.1 is needed.`);
  checkDocument(document);
  return document;
}

async function parse(file: string, text: string): Promise<unknown> {
  if (file.endsWith(".json")) return JSON.parse(text);
  // Loaded for YAML alone: Jest, and whoever serves the document of core, need no parser.
  const { parseDocument } = await import("./parse-document.ts");
  return parseDocument(text, file).document;
}
