import { createHash } from "node:crypto";

const HEADER = `# The fragment as of the last release, which \`pnpm spec:update\` and \`pnpm spec:check\` count changes from. Do not edit.
`;
const FACTS = /^# version: (.*), updated: (.*)\n/;

/** The record of the last release. */
export interface Release {
  /** The fragment's text. */
  readonly fragment: string;
  /** Of the packages. */
  readonly version: string;
  /** The hash of the fragment that the next release will contain. */
  readonly updated: string;
}

export function writeRelease({ fragment, version, updated }: Release): string {
  return `${HEADER}# version: ${version}, updated: ${updated}\n${fragment}`;
}

export function readRelease(record: string): Release {
  const rest = record.startsWith(HEADER) ? record.slice(HEADER.length) : record;
  const [line = "", version = "", updated = ""] = FACTS.exec(rest) ?? [];
  return { fragment: rest.slice(line.length), version, updated };
}

export function hashFragment(text: string): string {
  return createHash("sha256").update(text).digest("hex").slice(0, 16);
}

/**
 * The last release. Once the packages have another version than the recorded one, the fragment with the recorded hash is
 * released. If it was edited by hand since then, changes still count from the release before.
 */
export function currentRelease(recorded: Release, version: string, fragment: string): Release {
  const updated = hashFragment(fragment);
  return recorded.version !== version && recorded.updated === updated ? { fragment, version, updated } : recorded;
}
