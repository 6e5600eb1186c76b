import { createHash } from "node:crypto";
import { canonicalJson, isJsonObject } from "@grid-sdk/openapi";

/**
 * The SHA-256 hash of a text, in hex. The order of keys, the form of line ends and whitespace at the end of a string
 * do not count: the block styles of YAML differ in them.
 */
export function hashText(text: unknown): string {
  return createHash("sha256")
    .update(canonicalJson(normalizeStrings(text)))
    .digest("hex");
}

function normalizeStrings(value: unknown): unknown {
  if (typeof value === "string") return value.replaceAll("\r\n", "\n").trimEnd();
  if (Array.isArray(value)) return value.map(normalizeStrings);
  if (!isJsonObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, normalizeStrings(item)]));
}
