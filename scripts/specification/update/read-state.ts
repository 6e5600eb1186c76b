import { readFile } from "node:fs/promises";
import type { Line } from "../../workspace/lines.ts";
import { currentRelease, readRelease, type Release } from "./record.ts";

const PACKAGE_PATH = "packages/core/package.json";

/** Where a line stands. */
export interface State {
  /** The fragment's text; undefined if there is none. */
  readonly fragment: string | undefined;
  /** Undefined if there is no record of it. */
  readonly release: Release | undefined;
  /** Of the packages. */
  readonly version: string;
}

export async function readState(root: URL, line: Pick<Line, "fragment" | "released">): Promise<State> {
  const fragment = await readIfPresent(root, line.fragment);
  const record = await readIfPresent(root, line.released);
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
