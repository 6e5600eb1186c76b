import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { parse } from "yaml";

/** An OpenAPI document; Prism reads it, this package only its servers. */
export interface OpenApiDocument {
  readonly servers?: readonly { readonly url: string }[];
}

/** The fragment that core exports, or the OpenAPI file at `path`, YAML or JSON. */
export async function readFragment(path?: string): Promise<OpenApiDocument> {
  const file = path ?? createRequire(import.meta.url).resolve("@grid-sdk/core/openapi.json");
  const document: unknown = parse(await readFile(file, "utf8"));
  if (typeof document !== "object" || document === null || !("openapi" in document)) {
    throw new TypeError(`${file} is not an OpenAPI document: the field "openapi" is missing.`);
  }
  return document as OpenApiDocument;
}
