import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { DocumentError, fieldOf, type JsonObject, type Problem } from "@grid-sdk/openapi";
import {
  bumpOf,
  type Change,
  compareDocuments,
  NOTHING_CHANGES,
  renderChangeset,
  type RevisionOfLine,
  type Update,
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
import { keepTexts } from "../texts/keep-texts.ts";
import { knowIfHashed } from "../texts/know-sources.ts";
import { listTexts } from "../texts/list-texts.ts";
import { readTexts, writeTexts } from "../texts/texts-file.ts";
import { buildFragment, type BuiltFragment } from "./build-fragment.ts";
import { checkFragment, describeUnusable } from "./check-fragment.ts";
import { checkSelected } from "./check-selected.ts";
import { extractFragment } from "./extract-fragment.ts";
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

type Built = Pick<BuiltFragment, "leftOut" | "unfit" | "examples" | "unused" | "said">;
type Reported = Pick<Update, "advice" | "unsound" | "taken" | "replaced" | "lost">;

export interface UpdatePlan extends Built, Reported {
  readonly line: Line;
  readonly revision: RevisionOfLine;
  /** Since the last release. */
  readonly changes: readonly Change[];
  /** Files to write or remove. */
  readonly files: FileChanges;
  /** The path of the changeset, if the changes need a release. */
  readonly changeset: string | undefined;
  /** The day of the revision; undefined if it is not known. */
  readonly date: string | undefined;
  /** The former day of the line, and the pages that still name it; undefined if the day stays. */
  readonly dated: { readonly day: string; readonly pages: readonly string[] } | undefined;
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
  const hashes = readTexts(recordedTexts, line.texts);
  // The words of a line's own files are ours, not upstream's.
  const isOwn = recordedTexts !== undefined && isFileOf(root, line, name);
  const extract = extractFragment(document, selection);
  const texts = isOwn ? undefined : keepTexts({ next: extract.fragment, ours, recorded: hashes });
  const reworded = texts?.document ?? extract.fragment;
  const selected = texts && ours ? keepParameterRefs(reworded, ours) : reworded;
  const refuse = (circles: readonly Problem[]) =>
    new DocumentError(describeUnusable(line.overlay), source.place(circles));
  const found = buildFragment({ ...extract, fragment: selected }, overlay, refuse);
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
  const formerly = readTexts(state.releasedTexts, line.releasedTexts) ?? current;
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
      isReleased ? writeOthersChangeset(changes, { ...revision, packages: scope(OTHER_PACKAGES) }) : null,
    ],
  ]);
  for (const path of await findStaleFiles(root, line, generated)) wanted.set(path, generated.get(path) ?? null);
  for (const [path, page] of await planPages(root, line, fragment)) wanted.set(path, page);
  if (isReleased && line.entry === ".") {
    // The sentence that the default entry does not change is not true any more.
    for (const [path, content] of await readOthers(root, line, "changeset"))
      wanted.set(path, content.replace(NOTHING_CHANGES, ""));
  }
  const others = await readOthers(root, line, "fragment");
  wanted.set(
    ANY_LINE_PATH,
    deriveAnyLine([fragment, ...others.map(([path, other]) => parseSource(other, path).document)]),
  );
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
    dated: isNewDay ? { day: formerDay, pages: await findDatedPages(root, formerDay, files) } : undefined,
    date: day,
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

/** A file of each other line that has it: its path and its text. */
async function readOthers(root: URL, line: Line, file: "fragment" | "changeset"): Promise<[string, string][]> {
  const paths = readLines(root).flatMap((other) => (other.name === line.name ? [] : [other[file]]));
  const texts = await Promise.all(paths.map((path) => readIfPresent(root, path)));
  return paths.flatMap((path, at): [string, string][] => (texts[at] === undefined ? [] : [[path, texts[at]]]));
}

const OTHER_PACKAGES = PACKAGES.filter((name) => !LINE_PACKAGES.includes(name));

function scope(names: readonly PackageName[]): string[] {
  return names.map((name) => `@grid-sdk/${name}`);
}

async function describeRevision(root: URL, line: Line, fragment: JsonObject): Promise<RevisionOfLine> {
  return {
    line,
    date: dateOf(fragment),
    apiVersion: String(fieldOf(fragment, "info")["version"]),
    packages: scope(LINE_PACKAGES),
    hasDefaultChanged: (await readIfPresent(root, defaultLine(readLines(root)).changeset)) !== undefined,
  };
}
