import { DocumentError, findBrokenRefs } from "@grid-sdk/openapi";
import { parseSource, type Source } from "@grid-sdk/openapi/parse";
import { readText } from "./read-text.ts";

/** Reads an OpenAPI 3.1 document; its references may lead nowhere. Throws a `DocumentError` for anything else. */
export async function readSource(name: string): Promise<Source> {
  return parseSource(await readText(name), name);
}

/** Throws a `DocumentError` if a reference of a document leads nowhere. */
export function refuseBrokenRefs(source: Source, name: string): void {
  const broken = findBrokenRefs(source.document);
  if (broken.length > 0) throw new DocumentError(`${name} has references that lead nowhere.`, source.place(broken));
}
