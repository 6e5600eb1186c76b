import { fileURLToPath } from "node:url";
import { type JsonObject, pointerTo } from "@grid-sdk/contract";
import { compareDocuments } from "@grid-sdk/spec-diff";
import { deriveFiles, FRAGMENT_PATH } from "../../generate/derive-files.ts";
import { findStaleFiles } from "../../generate/generated-directory.ts";
import { findBrokenRefs } from "../source/find-broken-refs.ts";
import { parseSource } from "../source/parse-source.ts";
import { OVERLAY_PATH, readOverlay } from "../overlay/overlay.ts";
import { buildFragment } from "../update/build-fragment.ts";
import { GENERATED_PATH, UPSTREAM_PATH } from "../update/plan-update.ts";
import { readIfPresent, readState } from "../update/read-state.ts";
import { RELEASED_PATH } from "../update/record.ts";
import { readSelection, SELECTION_PATH } from "../update/selection.ts";
import { describeDocument } from "../../generate/unordered.ts";
import { isReplacementPending } from "../update/replace-files.ts";
import { findUnnamedChanges } from "./find-unnamed-changes.ts";
import { readChangesets } from "./read-changesets.ts";

const UPDATE = `Run \`pnpm spec:update ${FRAGMENT_PATH}\``;

/** What does not hold together: each as a sentence, and what to do about it. Empty if everything does. */
export async function findDrift(root: URL): Promise<string[]> {
  if (isReplacementPending(fileURLToPath(root)))
    return [`An update was interrupted. ${UPDATE}, which completes it first.`];
  const text = (await readIfPresent(root, FRAGMENT_PATH)) ?? "";
  const { document, locate } = parseSource(text, FRAGMENT_PATH);
  const broken = findBrokenRefs(document).map(
    ({ keys, message }) => `${FRAGMENT_PATH}, line ${locate(keys)}, ${pointerTo(keys)}: ${message}`,
  );
  if (broken.length > 0) return broken;

  const stale = await findStaleFiles(fileURLToPath(new URL(GENERATED_PATH, root)), await deriveFiles(text));
  const drift = stale.map((name) => `${GENERATED_PATH}/${name} is not what the fragment gives. Run \`pnpm generate\`.`);
  if (!(await isBuilt(root, document)))
    drift.push(
      `${FRAGMENT_PATH} is not ${OVERLAY_PATH} laid over ${UPSTREAM_PATH}. After an edit of the overlay run \`pnpm spec:update ${UPSTREAM_PATH}\`, after one of the fragment \`pnpm spec:update ${FRAGMENT_PATH}\`.`,
    );
  const { release } = await readState(root);
  if (release === undefined) return [...drift, `${RELEASED_PATH} is missing. ${UPDATE}, which writes it.`];
  if (release.fragment === text) return drift;

  const changes = compareDocuments(parseSource(release.fragment, RELEASED_PATH).document, document);
  const unnamed = findUnnamedChanges(changes, await readChangesets(new URL(".changeset/", root)));
  const list = unnamed.map(({ level, where, message }) => `  ${level}: ${where}: ${message}`);
  if (list.length === 0) return drift;
  const summary = `${FRAGMENT_PATH} was changed without a changeset that names this at its level:`;
  return [...drift, [summary, ...list, `${UPDATE}, which writes the changeset.`].join("\n")];
}

/** Whether the document is what the overlay makes of what upstream says. */
async function isBuilt(root: URL, document: JsonObject): Promise<boolean> {
  const [upstream, overlay] = await Promise.all([
    readIfPresent(root, UPSTREAM_PATH),
    readIfPresent(root, OVERLAY_PATH),
  ]);
  if (upstream === undefined || overlay === undefined) return false;
  const selection = await readSelection(new URL(SELECTION_PATH, root));
  const source = parseSource(upstream, UPSTREAM_PATH).document;
  const { fragment } = await buildFragment(source, selection, readOverlay(overlay));
  return describeDocument(fragment) === describeDocument(document);
}
