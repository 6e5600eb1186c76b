import { fileURLToPath } from "node:url";
import { pointerTo } from "@grid-sdk/contract";
import { compareDocuments } from "@grid-sdk/spec-diff";
import { deriveFiles, FRAGMENT_PATH } from "../../generate/derive-files.ts";
import { findStaleFiles } from "../../generate/generated-directory.ts";
import { findBrokenRefs } from "../source/find-broken-refs.ts";
import { parseSource } from "../source/parse-source.ts";
import { GENERATED_PATH, readIfPresent } from "../update/plan-update.ts";
import { readRecord, RECORD_PATH } from "../update/record.ts";
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
  const record = await readIfPresent(root, RECORD_PATH);
  if (record === undefined) return [...drift, `${RECORD_PATH} is missing. ${UPDATE}, which writes it.`];
  if (readRecord(record) === text) return drift;

  const changes = compareDocuments(parseSource(readRecord(record), RECORD_PATH).document, document);
  const unnamed = findUnnamedChanges(changes, await readChangesets(new URL(".changeset/", root)));
  const list = unnamed.map(({ level, where, message }) => `  ${level}: ${where}: ${message}`);
  if (list.length === 0) return drift;
  const summary = `${FRAGMENT_PATH} was changed without a changeset that names this at its level:`;
  return [...drift, [summary, ...list, `${UPDATE}, which writes the changeset.`].join("\n")];
}
