import { FragmentError, isJsonObject, isOpenApi, type JsonObject, type Keys } from "@grid-sdk/openapi";
import { type ParsedDocument, parseDocument } from "@grid-sdk/openapi/parse";
import { SourceError } from "./problem.ts";

export interface Source {
  readonly document: JsonObject;
  /** The line, from 1, of the value that the keys lead to, or of the nearest one around it. */
  locate(keys: Keys): number;
}

/** Parses an OpenAPI 3.1 document. Throws a `SourceError` with the line of each problem. */
export function parseSource(text: string, name: string): Source {
  const { document, locate } = parse(text, name);
  if (isOpenApi(document)) return { document, locate };
  const found = isJsonObject(document) ? document["openapi"] : undefined;
  const line = isJsonObject(document) ? locate(["openapi"]) : 1;
  const message = `openapi must be 3.1.x; found ${found === undefined ? "nothing" : JSON.stringify(found)}.`;
  throw new SourceError(`${name} is not an OpenAPI 3.1 document.`, [{ pointer: "/openapi", line, message }]);
}

function parse(text: string, name: string): ParsedDocument {
  try {
    return parseDocument(text, name);
  } catch (error) {
    if (!(error instanceof FragmentError)) throw error;
    throw new SourceError(
      error.message,
      error.problems.map(({ pointer, line, message }) => ({ pointer, line, message })),
    );
  }
}
