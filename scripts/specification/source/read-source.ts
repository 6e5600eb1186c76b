import { DocumentError, findBrokenParts } from "@grid-sdk/openapi";
import { parseSource, type Source } from "@grid-sdk/openapi/parse";
import { readText } from "./read-text.ts";

/**
 * Reads an OpenAPI 3.1 document, whose parts may be broken. Throws a `DocumentError` for anything else.
 *
 * @param accepted what to pass, for the message of a name that cannot be read
 */
export async function readSource(name: string, accepted?: string): Promise<Source> {
  return parseSource(await readText(name, accepted), name);
}

/** Throws a `DocumentError` if parts of a document cannot be read. */
export function refuseBroken({ document, place, name }: Source): void {
  const broken = findBrokenParts(document);
  if (broken.length > 0) throw new DocumentError(`${name} has parts that cannot be read.`, place(broken));
}
