import { createHash } from "node:crypto";
import { LineCounter, parseDocument } from "yaml";

export type JsonObject = { [key: string]: unknown };

export interface Fragment {
  /** The parsed OpenAPI document. */
  readonly document: JsonObject;
  /** Of the fragment's bytes, hex. */
  readonly sha256: string;
}

export class FragmentError extends Error {
  override readonly name = "FragmentError";
}

export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
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

/** Follows `$ref`s within the document until it stands on something that is none. */
export function resolveRef(document: JsonObject, value: unknown): JsonObject {
  const seen = new Set<string>();
  let target = value;
  while (isJsonObject(target) && typeof target["$ref"] === "string") {
    const ref = target["$ref"];
    if (seen.has(ref)) throw new FragmentError(`${ref} refers to itself.`);
    seen.add(ref);
    target = lookUp(document, ref);
  }
  if (!isJsonObject(target)) {
    const ref = [...seen].at(-1);
    throw new FragmentError(ref ? `${ref} does not exist in the fragment.` : "Expected an object.");
  }
  return target;
}

function lookUp(document: JsonObject, ref: string): unknown {
  if (!ref.startsWith("#/")) throw new FragmentError(`${ref} does not point into the fragment.`);
  return ref
    .slice(2)
    .split("/")
    .map((key) => decodeURIComponent(key).replaceAll("~1", "/").replaceAll("~0", "~"))
    .reduce<unknown>((at, key) => (isJsonObject(at) ? at[key] : undefined), document);
}
