import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { type JsonObject } from "@grid-sdk/openapi";
import { type Change, compareDocuments } from "@grid-sdk/spec-diff";
import { type Line, readLines } from "../../workspace/lines.ts";
import { parseSource, type Source } from "@grid-sdk/openapi/parse";
import { readIfPossible } from "../source/read-if-possible.ts";
import { readSource, refuseBroken } from "../source/read-source.ts";
import { keepTexts } from "../texts/keep-texts.ts";
import { type HashedDocument, knowIfHashed } from "../texts/know-sources.ts";
import { readTexts } from "../texts/texts-file.ts";
import { checkSelected } from "../update/check-selected.ts";
import { extractFragment } from "../update/extract-fragment.ts";
import { keepParameterRefs } from "../update/keep-parameter-refs.ts";
import { readIfPresent } from "../update/read-state.ts";
import { dateOf, setDate } from "../update/revision-date.ts";
import { readSelection, SELECTION_PATH } from "../update/selection.ts";

/**
 * The changes between two sources, each a file, a URL or the name of a line. Of a line the API's own texts are known by
 * their hashes: against them a document is compared, not against our words.
 */
export async function compareSources(root: URL, names: readonly [string, string], isWhole: boolean): Promise<Change[]> {
  const [before, after] = names.map((name) => findLineOf(root, name));
  const files = [before, after].map((line, at) => (line ? toPath(root, line.fragment) : (names[at] ?? "")));
  const lines = readLines(root).map((line) => line.name);
  const accepted = `Pass a file, an https URL or the name of a line (${lines.join(", ")}).`;
  const sources = await Promise.all(files.map((file) => readSource(file, accepted)));
  const [old, current] = sources as [Source, Source];
  if (isWhole) {
    for (const source of sources) refuseBroken(source);
    return compareDocuments(old.document, current.document);
  }
  const selected = await selectOfBoth(root, [old, current]);
  const [was, is] = await hashSides(root, [before, after], selected);
  return compareDocuments(was.document, is.document, knowIfHashed(was, is));
}

/** The line of that name, or whose fragment that is. */
function findLineOf(root: URL, name: string): Line | undefined {
  return readLines(root).find((line) => line.name === name || toPath(root, line.fragment) === resolve(name));
}

function toPath(root: URL, path: string): string {
  return fileURLToPath(new URL(path, root));
}

/** What is selected of both; both as they are where nothing is selected of one, which then is another API's. */
async function selectOfBoth(root: URL, sources: readonly [Source, Source]): Promise<readonly [JsonObject, JsonObject]> {
  const selection = await readSelection(new URL(SELECTION_PATH, root));
  const [old, current] = sources.map(({ document }) =>
    // Broken references may prevent it.
    readIfPossible(() => extractFragment(document, selection)),
  );
  const isOurs = old && current && old.problems.length === 0 && current.problems.length === 0;
  for (const source of sources) {
    if (isOurs) checkSelected(source, selection);
    else refuseBroken(source);
  }
  return isOurs ? [old.fragment, current.fragment] : [sources[0].document, sources[1].document];
}

/** Both documents with the hashes of their texts; what a line is compared with speaks in its words where it can. */
async function hashSides(
  root: URL,
  [before, after]: readonly (Line | undefined)[],
  [old, current]: readonly [JsonObject, JsonObject],
): Promise<readonly [HashedDocument, HashedDocument]> {
  const [was, is] = await Promise.all([before, after].map((line) => (line ? readHashes(root, line) : undefined)));
  if (before && was && !after) {
    const text = await readIfPresent(root, before.upstream);
    const ours = text === undefined ? old : parseSource(text, before.upstream).document;
    const { document, hashes } = keepTexts({ next: current, ours, recorded: was });
    return [
      // A document seldom says of which day it is, and the line always does.
      { document: dateOf(current) === undefined ? setDate(ours, undefined) : ours, hashes: was },
      { document: keepParameterRefs(document, ours), hashes },
    ];
  }
  return [
    { document: old, hashes: was },
    { document: current, hashes: is },
  ];
}

async function readHashes(root: URL, line: Line): Promise<Record<string, string> | undefined> {
  return readTexts(await readIfPresent(root, line.texts), line.texts);
}
