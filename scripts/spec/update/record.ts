import { createHash } from "node:crypto";

/** The fragment as `spec:update` last left it. */
export const RECORD_PATH = "openapi/last-update.yaml";

const HEADER = `# The fragment as \`pnpm spec:update\` last recorded it, for \`pnpm spec:check\` to compare with. Do not edit.
`;

/** The record of a fragment, both as text. */
export function writeRecord(fragment: string): string {
  return HEADER + fragment;
}

/** The fragment that a record holds. */
export function readRecord(record: string): string {
  return record.startsWith(HEADER) ? record.slice(HEADER.length) : record;
}

/** The path of the changeset for a fragment: the same one for the same text. */
export function changesetPath(fragment: string): string {
  return `.changeset/spec-${createHash("sha256").update(fragment).digest("hex").slice(0, 8)}.md`;
}
