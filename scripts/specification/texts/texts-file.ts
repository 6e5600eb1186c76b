import { isJsonObject, DocumentError } from "@grid-sdk/openapi";
import { sortPlaces } from "./sort-places.ts";

const NOTE_KEY = "//";
const NOTE =
  "SHA-256 hashes of the texts of the API's own specification, by place; `pnpm spec:update` writes this file, do not edit it by hand.";
const HASH = /^[0-9a-f]{64}$/;

/** The text of the file that records the hashes: JSON, sorted, one line per place. */
export function writeTexts(hashes: Readonly<Record<string, string>>): string {
  return `${JSON.stringify({ [NOTE_KEY]: NOTE, ...sortPlaces(hashes) }, undefined, 2)}\n`;
}

/**
 * The hashes in the text of such a file; undefined if there is no file. Throws a `DocumentError` for a broken file.
 *
 * @param path of the file, for the message
 */
export function readTexts(text: string | undefined, path: string): Record<string, string> | undefined {
  if (text === undefined) return undefined;
  const content = parse(text, path);
  if (!isJsonObject(content)) throw brokenFile(path, show(content));
  const hashes: Record<string, string> = {};
  for (const [place, hash] of Object.entries(content)) {
    if (place === NOTE_KEY) continue;
    if (!place.startsWith("/") || typeof hash !== "string" || !HASH.test(hash)) {
      throw brokenFile(path, `${JSON.stringify(place)}: ${show(hash)}`);
    }
    hashes[place] = hash;
  }
  return hashes;
}

function parse(text: string, path: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    throw brokenFile(path, `text that is not JSON (${error instanceof Error ? error.message : String(error)})`);
  }
}

function show(value: unknown): string {
  const json = JSON.stringify(value);
  return json.length > 100 ? `${json.slice(0, 100)}…` : json;
}

function brokenFile(path: string, found: string): DocumentError {
  return new DocumentError(
    `${path} is broken: expected a JSON object from JSON pointers ("/info/description") ` +
      `to SHA-256 hashes (64 hex digits), got ${found}. Restore the file from Git; do not edit it by hand.`,
  );
}
