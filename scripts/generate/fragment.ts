import { createHash } from "node:crypto";
import { FragmentError, isJsonObject, type JsonObject } from "@grid-sdk/contract";
import { LineCounter, parseDocument } from "yaml";

// What generation takes from the contract as it is.
export { FragmentError, isJsonObject, resolveRef, type JsonObject } from "@grid-sdk/contract";

export interface Fragment {
  /** The parsed OpenAPI document. */
  readonly document: JsonObject;
  /** Of the fragment's bytes, hex. */
  readonly sha256: string;
}

/** Parses the fragment's text. Throws a `FragmentError` with the line of the first problem. */
export function parseFragment(text: string): Fragment {
  const lineCounter = new LineCounter();
  const yaml = parseDocument(text, { lineCounter, prettyErrors: true });
  const problem = yaml.errors[0];
  if (problem) throw new FragmentError(`The fragment is not valid YAML: ${problem.message}`);
  const document: unknown = yaml.toJS();
  if (!isJsonObject(document) || !String(document["openapi"]).startsWith("3.1")) {
    const found = isJsonObject(document) ? `openapi: ${String(document["openapi"])}` : typeof document;
    throw new FragmentError(`The fragment must be an OpenAPI 3.1 document; found ${found}.`);
  }
  return { document, sha256: createHash("sha256").update(text).digest("hex") };
}
