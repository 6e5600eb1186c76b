import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { isJsonObject, type JsonObject, DocumentError, type Problem } from "@grid-sdk/openapi";
import {
  bumpOf,
  type Change,
  compareDocuments,
  NOTHING_CHANGES,
  renderChangeset,
  type RevisionOfLine,
  writeOthersChangeset,
} from "@grid-sdk/spec-diff";
import { ANY_LINE_PATH, deriveAnyLine } from "../../generate/any-line.ts";
import { findStaleFiles } from "../../generate/generated-files.ts";
import { defaultLine, type Line, readLines } from "../../workspace/lines.ts";
import { LINE_PACKAGES, type PackageName, PACKAGES } from "../../workspace/packages.ts";
import { readOverlay } from "../overlay/overlay.ts";
import { writeOverlay } from "../overlay/write-overlay.ts";
import { parseSource } from "@grid-sdk/openapi/parse";
import { readSource } from "../source/read-source.ts";
import { planPages } from "../lines-page/plan-pages.ts";
import { keepTexts, type KeptTexts } from "../texts/keep-texts.ts";
import { knowIfHashed } from "../texts/know-sources.ts";
import { listTexts } from "../texts/list-texts.ts";
import { readTexts, writeTexts } from "../texts/texts-file.ts";
import { buildFragment, type BuiltFragment } from "./build-fragment.ts";
import { checkFragment, describeUnusable } from "./check-fragment.ts";
import { checkSelected } from "./check-selected.ts";
import { findDatedPages } from "./find-dated-pages.ts";
import { readIfPresent, readState } from "./read-state.ts";
import { keepParameterRefs } from "./keep-parameter-refs.ts";
import { hashFragment, writeRelease } from "./record.ts";
import type { FileChanges } from "./replace-files.ts";
import { dateOf, recallDate, setDate } from "./revision-date.ts";
import { readSelection, SELECTION_PATH } from "./selection.ts";
import { writeFragment } from "./write-fragment.ts";

/** The comment at the beginning of upstream.yaml. */
const OWN_COMMENT = /^(?:#.*\n)+/;
/** The text of a new fragment, in block style. */
const EMPTY = "openapi: 3.1.0\n";

export interface UpdatePlan extends Pick<BuiltFragment, "leftOut" | "unfit" | "examples" | "unused" | "said"> {
  readonly line: Line;
  readonly revision: RevisionOfLine;
  /** The places with the API's words, because they are new or changed. */
  readonly taken: readonly string[];
  /** The places of new or changed examples of the API that ours replace. */
  readonly replaced: readonly string[];
  /** The places of texts that only we had, and that are gone. */
  readonly lost: readonly string[];
  /** Since the last release. */
  readonly changes: readonly Change[];
  /** Files to write or remove. */
  readonly files: FileChanges;
  /** The path of the changeset, if the changes need a release. */
  readonly changeset: string | undefined;
  /** The day of the revision; undefined if it is not known. */
  readonly date: string | undefined;
  /** Parts that cannot be read, in what is not selected. */
  readonly unsound: readonly Problem[];
  /** The former day of the line, and the pages that still name it; undefined if the day stays. */
  readonly dated: { readonly day: string; readonly pages: readonly string[] } | undefined;
  /** Findings of style, for the API's owners. */
  readonly advice: readonly Problem[];
}

export interface UpdateOptions {
  /** The day of the document, if it does not have it itself. */
  readonly date?: string | undefined;
  /** The page with the whole report. */
  readonly pullRequest?: string | undefined;
}

/** Plans the update of a line to the document `name`, a file or URL. Writes nothing. Throws a `DocumentError`. */
export async function planUpdate(
  root: URL,
  line: Line,
  name: string,
  { date, pullRequest }: UpdateOptions = {},
): Promise<UpdatePlan> {
  const selection = await readSelection(new URL(SELECTION_PATH, root));
  const overlayText = (await readIfPresent(root, line.overlay)) ?? "overlay: 1.0.0\nactions: []\n";
  const source = await readSource(name);
  const unsound = checkSelected(source, selection);
  const overlay = readOverlay(overlayText, line.overlay);
  const document = date === undefined ? source.document : setDate(source.document, date);
  const recorded = await readIfPresent(root, line.upstream);
  const ours = recorded === undefined ? undefined : parseSource(recorded, line.upstream).document;
  const recordedTexts = await readIfPresent(root, line.texts);
  const hashes = readTexts(recordedTexts);
  // The words of a line's own files are ours, not upstream's.
  const isOwn = recordedTexts !== undefined && isFileOf(root, line, name);
  let texts: KeptTexts | undefined;
  const reword = (extract: JsonObject): JsonObject => {
    if (isOwn) return extract;
    texts = keepTexts({ next: extract, ours, recorded: hashes });
    return ours ? keepParameterRefs(texts.document, ours) : texts.document;
  };
  const refuse = (circles: readonly Problem[]) =>
    new DocumentError(describeUnusable(line.overlay), source.place(circles));
  const found = buildFragment(document, selection, overlay, reword, refuse);
  const built = keepDate(found, ours);
  const { fragment, upstream, problems, examples } = built;
  if (problems.length > 0) throw new DocumentError(`${name} does not contain the fragment.`, source.place(problems));

  const state = await readState(root, line);
  const text = writeFragment(state.fragment ?? recorded?.replace(OWN_COMMENT, "") ?? EMPTY, fragment);
  // The lint runs in a process of its own, in parallel with the rest.
  const checking = checkFragment(text, line, built, source);
  const upstreamText = writeFragment(recorded ?? text, upstream);
  const { generated, advice } = await checking;
  const release = state.release ?? { fragment: state.fragment ?? text, version: state.version };
  const released = parseSource(release.fragment, line.released).document;
  const current = texts?.hashes ?? hashes;
  const formerly = readTexts(state.releasedTexts) ?? current;
  const known = knowIfHashed({ document: released, hashes: formerly }, { document: fragment, hashes: current });
  const changes = compareDocuments(released, fragment, known);
  const changeset = bumpOf(changes) === "none" ? undefined : line.changeset;

  const revision = { ...(await describeRevision(root, line, fragment)), pullRequest };
  const isReleased = changeset !== undefined;
  const wanted = new Map<string, string | null>([
    [line.fragment, text],
    [line.upstream, upstreamText],
    [line.texts, texts ? writeTexts(texts.hashes) : (recordedTexts ?? null)],
    [line.releasedTexts, formerly ? writeTexts(formerly) : null],
    [line.overlay, writeOverlay(overlayText, examples.actions)],
    [line.released, writeRelease({ ...release, updated: hashFragment(text) })],
    [line.changeset, isReleased ? renderChangeset({ changes, revision }) : null],
    [
      line.othersChangeset,
      isReleased ? writeOthersChangeset(changes, { ...revision, packages: namePackages(isOther) }) : null,
    ],
  ]);
  for (const path of await findStaleFiles(root, line, generated)) wanted.set(path, generated.get(path) ?? null);
  for (const [path, page] of await planPages(root, line, fragment)) wanted.set(path, page);
  if (isReleased && line.entry === ".") {
    for (const [path, content] of await takeBackPromises(root, line)) wanted.set(path, content);
  }
  wanted.set(ANY_LINE_PATH, deriveAnyLine([fragment, ...(await readOthers(root, line))]));
  const files = new Map<string, string | null>();
  for (const [path, content] of wanted) {
    if (((await readIfPresent(root, path)) ?? null) !== content) files.set(path, content);
  }
  const day = dateOf(fragment);
  const formerDay = ours && dateOf(ours);
  const isNewDay = formerDay !== undefined && formerDay !== day;
  // Texts that the overlay replaces are not in upstream's document any more.
  const present = listTexts(upstream);
  return {
    ...built,
    line,
    revision,
    taken: (texts?.taken ?? []).filter((place) => present.has(place)),
    replaced: (texts?.taken ?? []).filter((place) => !present.has(place)),
    lost: texts?.lost ?? [],
    changes,
    files,
    changeset,
    advice,
    unsound,
    dated: isNewDay
      ? { day: String(formerDay), pages: await findDatedPages(root, String(formerDay), files) }
      : undefined,
    date: day === undefined ? undefined : String(day),
  };
}

/** Whether a source is a file of the line itself. */
function isFileOf(root: URL, line: Line, source: string): boolean {
  return [line.upstream, line.fragment].some((path) => fileURLToPath(new URL(path, root)) === resolve(source));
}

/** What was built, with the day that its upstream had before, if it names none itself. */
function keepDate(built: BuiltFragment, ours: JsonObject | undefined): BuiltFragment {
  if (ours === undefined || dateOf(built.fragment) !== undefined) return built;
  const date = recallDate(built.upstream, ours);
  if (date === undefined) return built;
  return { ...built, upstream: setDate(built.upstream, date), fragment: setDate(built.fragment, date) };
}

/** The changesets of other lines without the sentence that the default entry does not change. */
async function takeBackPromises(root: URL, line: Line): Promise<(readonly [string, string])[]> {
  const others = readLines(root).filter(({ name }) => name !== line.name);
  const texts = await Promise.all(others.map(({ changeset }) => readIfPresent(root, changeset)));
  return others.flatMap(({ changeset }, at) => {
    const content = texts[at];
    return content?.includes(NOTHING_CHANGES) ? [[changeset, content.replace(NOTHING_CHANGES, "")] as const] : [];
  });
}

/** The fragments of the other lines. */
async function readOthers(root: URL, line: Line): Promise<JsonObject[]> {
  const others = readLines(root).filter(({ name }) => name !== line.name);
  const texts = await Promise.all(
    others.map(async (other) => [other, await readIfPresent(root, other.fragment)] as const),
  );
  return texts.flatMap(([other, text]) => (text === undefined ? [] : [parseSource(text, other.fragment).document]));
}

const isOfLines = (name: PackageName) => LINE_PACKAGES.includes(name);
const isOther = (name: PackageName) => !isOfLines(name);

function namePackages(isNamed: (name: PackageName) => boolean): string[] {
  return PACKAGES.filter(isNamed).map((name) => `@grid-sdk/${name}`);
}

async function describeRevision(root: URL, line: Line, fragment: JsonObject): Promise<RevisionOfLine> {
  const date = dateOf(fragment);
  return {
    line,
    date: date === undefined ? undefined : String(date),
    apiVersion: versionOf(fragment["info"]),
    packages: namePackages(isOfLines),
    hasDefaultChanged: (await readIfPresent(root, defaultLine(readLines(root)).changeset)) !== undefined,
  };
}

function versionOf(info: unknown): string {
  return isJsonObject(info) ? String(info["version"]) : "";
}
