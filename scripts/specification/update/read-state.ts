import { readFile } from "node:fs/promises";
import { FRAGMENT_PATH } from "../../generate/derive-files.ts";
import { currentRelease, readRelease, RELEASED_PATH, type Release } from "./record.ts";

const PACKAGE_PATH = "packages/core/package.json";

/** Where the repository stands. */
export interface State {
  /** The fragment's text; undefined if there is none. */
  readonly fragment: string | undefined;
  /** Undefined if there is no record of it. */
  readonly release: Release | undefined;
  /** Of the packages. */
  readonly version: string;
}

export async function readState(root: URL): Promise<State> {
  const fragment = await readIfPresent(root, FRAGMENT_PATH);
  const record = await readIfPresent(root, RELEASED_PATH);
  const { version } = JSON.parse((await readIfPresent(root, PACKAGE_PATH)) ?? "{}") as { version?: string };
  const release =
    record === undefined ? undefined : currentRelease(readRelease(record), String(version), fragment ?? "");
  return { fragment, release, version: String(version) };
}

/** The file's text; undefined if there is none. */
export function readIfPresent(root: URL, path: string): Promise<string | undefined> {
  return readFile(new URL(path, root), "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return undefined;
    throw error;
  });
}
