import { readFile } from "node:fs/promises";
import type { Line } from "../../workspace/lines.ts";
import { currentRelease, readRelease, type Release } from "./record.ts";

const PACKAGE_PATH = "packages/core/package.json";

/** The present state of a line. */
export interface State {
  /** The fragment's text; undefined if there is no file. */
  readonly fragment: string | undefined;
  /** Undefined if it is not recorded. */
  readonly release: Release | undefined;
  /** The hashes of the API's own texts in the release; undefined if they are not recorded. */
  readonly releasedTexts: string | undefined;
  /** Of the packages. */
  readonly version: string;
}

export async function readState(
  root: URL,
  line: Pick<Line, "fragment" | "released" | "texts" | "releasedTexts">,
): Promise<State> {
  const fragment = await readIfPresent(root, line.fragment);
  const record = await readIfPresent(root, line.released);
  const { version } = JSON.parse((await readIfPresent(root, PACKAGE_PATH)) ?? "{}") as { version?: string };
  const recorded = record === undefined ? undefined : readRelease(record);
  const release = recorded && currentRelease(recorded, String(version), fragment ?? "");
  const texts = await readIfPresent(root, line.texts);
  // A fragment that counts as released from now on has the present texts.
  const releasedTexts = release === recorded ? ((await readIfPresent(root, line.releasedTexts)) ?? texts) : texts;
  return { fragment, release, releasedTexts, version: String(version) };
}

/** The file's text; undefined if there is no such file. */
export function readIfPresent(root: URL, path: string): Promise<string | undefined> {
  return readFile(new URL(path, root), "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return undefined;
    throw error;
  });
}
