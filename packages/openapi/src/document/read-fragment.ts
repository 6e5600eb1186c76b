import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { checkDocument } from "./check-document.ts";
import { DocumentError } from "./document-error.ts";
import { demandOpenApi, type PlaceProblems } from "./is-openapi.ts";
import type { JsonObject } from "./json-object.ts";

/**
 * The fragment that core exports, or the OpenAPI file at `path`, YAML or JSON. Throws a `DocumentError` for a file that
 * is not an OpenAPI 3.1 document, and with every reference and pattern that cannot be used.
 */
export async function readFragment(path?: string): Promise<JsonObject> {
  const file = path ?? createRequire(import.meta.url).resolve("@grid-sdk/core/openapi.json");
  const { document, place } = await parse(file, await readFile(file, "utf8"));
  checkDocument(document, place);
  return document;
}

async function parse(
  file: string,
  text: string,
): Promise<{ readonly document: JsonObject; readonly place: PlaceProblems }> {
  if (file.endsWith(".json")) {
    const place: PlaceProblems = (problems) => problems.map((problem) => ({ ...problem, file }));
    return { document: demandOpenApi(parseJson(text, file), file, place), place };
  }
  // Loaded for YAML only: Jest, and every server of core's own document, need no parser.
  const { parseSource } = await import("./parse-document.ts");
  return parseSource(text, file);
}

function parseJson(text: string, file: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new DocumentError(`${file} is not valid JSON: ${error instanceof Error ? error.message : String(error)}.`);
  }
}
