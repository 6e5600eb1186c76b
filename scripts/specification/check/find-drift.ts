import { fileURLToPath } from "node:url";
import { describeProblem, findBrokenParts, type JsonObject } from "@grid-sdk/openapi";
import { compareDocuments, describeChange, describeWhere } from "@grid-sdk/spec-diff";
import { deriveLine } from "../../generate/derive-files.ts";
import { findStaleFiles } from "../../generate/generated-files.ts";
import { parseSource } from "@grid-sdk/openapi/parse";
import { readOverlay } from "../overlay/overlay.ts";
import { buildFragment } from "../update/build-fragment.ts";
import { extractFragment } from "../update/extract-fragment.ts";
import { readIfPresent, readState } from "../update/read-state.ts";
import { readSelection, SELECTION_PATH } from "../update/selection.ts";
import { knowIfHashed } from "../texts/know-sources.ts";
import { readTexts } from "../texts/texts-file.ts";
import type { Line } from "../../workspace/lines.ts";
import { describeDocument } from "../../generate/unordered.ts";
import { isReplacementPending } from "../update/replace-files.ts";
import { findUnnamedChanges } from "./find-unnamed-changes.ts";
import { readChangesets } from "./read-changesets.ts";

/** What is out of date or inconsistent in a line: a sentence for each, with what to do about it. Empty if nothing is. */
export async function findDrift(root: URL, line: Line): Promise<string[]> {
  const update = `Run \`pnpm spec:update ${line.fragment}\``;
  if (isReplacementPending(fileURLToPath(root)))
    return [`An update was interrupted. ${update}, which completes it first.`];
  const text = (await readIfPresent(root, line.fragment)) ?? "";
  const { document, place } = parseSource(text, line.fragment);
  const broken = place(findBrokenParts(document)).map(describeProblem);
  if (broken.length > 0) return broken;

  const stale = await findStaleFiles(root, line, await deriveLine(document, line, place));
  const drift = stale.map((path) => `${path} is not derived from the fragment. Run \`pnpm generate\`.`);
  if (!(await isBuilt(root, line, document)))
    drift.push(
      `${line.fragment} is not the result of applying ${line.overlay} to ${line.upstream}. After an edit of the overlay run \`pnpm spec:update ${line.upstream}\`, after an edit of the fragment \`pnpm spec:update ${line.fragment}\`.`,
    );
  const { release, releasedTexts } = await readState(root, line);
  if (release === undefined) return [...drift, `${line.released} is missing. ${update}, which writes it.`];
  if (release.fragment === text) return drift;

  const before = {
    document: parseSource(release.fragment, line.released).document,
    hashes: readTexts(releasedTexts, line.releasedTexts),
  };
  const after = { document, hashes: readTexts(await readIfPresent(root, line.texts), line.texts) };
  const changes = compareDocuments(before.document, document, knowIfHashed(before, after));
  const unnamed = findUnnamedChanges(changes, await readChangesets(new URL(".changeset/", root)));
  const list = unnamed.map((change) => `  ${change.level}: ${describeWhere(change)}: ${describeChange(change)}`);
  if (list.length === 0) return drift;
  const summary = `${line.fragment} was changed without a changeset that names this at its level:`;
  return [...drift, [summary, ...list, `${update}, which writes the changeset.`].join("\n")];
}

/** Whether the document is the result of applying the overlay to upstream's document. */
async function isBuilt(root: URL, line: Line, document: JsonObject): Promise<boolean> {
  const [upstream, overlay] = await Promise.all([
    readIfPresent(root, line.upstream),
    readIfPresent(root, line.overlay),
  ]);
  if (upstream === undefined || overlay === undefined) return false;
  const selection = await readSelection(new URL(SELECTION_PATH, root));
  const source = parseSource(upstream, line.upstream).document;
  const { fragment } = buildFragment(extractFragment(source, selection), readOverlay(overlay, line.overlay));
  return describeDocument(fragment) === describeDocument(document);
}
