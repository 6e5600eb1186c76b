import { createHash } from "node:crypto";
import { canonicalJson } from "@grid-sdk/openapi";

/**
 * The SHA-256 hash of a text, in hex. The order of keys, the form of line ends and whitespace at the end of a string
 * do not count: the block styles of YAML differ in them.
 */
export function hashText(text: unknown): string {
  const normalized = JSON.stringify(text, (_, value: unknown) =>
    typeof value === "string" ? value.replaceAll("\r\n", "\n").trimEnd() : value,
  );
  return createHash("sha256")
    .update(canonicalJson(JSON.parse(normalized)))
    .digest("hex");
}
