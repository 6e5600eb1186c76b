import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { isJsonObject } from "@grid-sdk/contract";
import { bumpOf, type Change, compareDocuments } from "@grid-sdk/spec-diff";
import { FRAGMENT_PATH } from "../../generate/derive-files.ts";
import { findStaleFiles } from "../../generate/generated-directory.ts";
import { parseSource } from "../source/parse-source.ts";
import { SourceError } from "../source/problem.ts";
import { readSource } from "../source/read-source.ts";
import { writeChangeset } from "./changeset.ts";
import { checkFragment, locateProblems } from "./check-fragment.ts";
import { extractFragment } from "./extract-fragment.ts";
import { changesetPath, readRecord, RECORD_PATH, writeRecord } from "./record.ts";
import type { FileChanges } from "./replace-files.ts";
import { readSelection, SELECTION_PATH } from "./selection.ts";
import { writeFragment } from "./write-fragment.ts";

export const GENERATED_PATH = "packages/core/src/generated";

export interface UpdatePlan {
  readonly changes: readonly Change[];
  /** Files that are not yet what they are to be. */
  readonly files: FileChanges;
  /** The path of the new changeset, if the changes call for a release. */
  readonly changeset: string | undefined;
}

/** What an update to the document that `name` leads to has to change. Writes nothing; throws a `SourceError`. */
export async function planUpdate(root: URL, name: string): Promise<UpdatePlan> {
  const selection = await readSelection(new URL(SELECTION_PATH, root));
  const source = await readSource(name);
  const { fragment, problems } = extractFragment(source.document, selection);
  if (problems.length > 0)
    throw new SourceError(`${name} does not hold the fragment.`, locateProblems(problems, source));

  const current = await readIfPresent(root, FRAGMENT_PATH);
  const recorded = readRecord((await readIfPresent(root, RECORD_PATH)) ?? current ?? "");
  const text = writeFragment(current ?? "{}\n", fragment);
  const generated = await checkFragment(text, fragment, source);
  const changes = compareDocuments(parseSource(recorded, RECORD_PATH).document, fragment);
  const changeset = bumpOf(changes) === "none" ? undefined : changesetPath(text);

  const wanted = new Map<string, string | null>([
    [FRAGMENT_PATH, text],
    [RECORD_PATH, writeRecord(text)],
  ]);
  for (const stale of await findStaleFiles(fileURLToPath(new URL(GENERATED_PATH, root)), generated)) {
    wanted.set(`${GENERATED_PATH}/${stale}`, generated.get(stale) ?? null);
  }
  if (changeset !== undefined) wanted.set(changeset, writeChangeset(changes, versionOf(fragment["info"])));

  const files = new Map<string, string | null>();
  for (const [path, content] of wanted) {
    if (content === null || (await readIfPresent(root, path)) !== content) files.set(path, content);
  }
  return { changes, files, changeset };
}

function versionOf(info: unknown): string {
  return isJsonObject(info) ? String(info["version"]) : "";
}

/** The file's text; undefined if there is none. */
export function readIfPresent(root: URL, path: string): Promise<string | undefined> {
  return readFile(new URL(path, root), "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return undefined;
    throw error;
  });
}
