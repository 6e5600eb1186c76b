import { readFileSync } from "node:fs";
import { ROOT } from "./root.ts";

/** The only list of the lines. */
export const LINES_PATH = "openapi/lines.json";
/** Where the generated code of core is, a folder per line. */
export const GENERATED_PATH = "packages/core/src/generated";

/** The files of a line, by their paths from the root of the checkout. */
const filesOf = (name: string) => ({
  fragment: `openapi/${name}/grid-auth.yaml`,
  upstream: `openapi/${name}/upstream.yaml`,
  overlay: `openapi/${name}/overlay.yaml`,
  /** The hashes of the API's own texts, by place. */
  texts: `openapi/${name}/texts.json`,
  /** The fragment as of the last release. */
  released: `openapi/${name}/released.yaml`,
  /** The hashes of the API's own texts as of the last release. */
  releasedTexts: `openapi/${name}/released-texts.json`,
  /** The one changeset that says what updates of this line change. */
  changeset: `.changeset/spec-${name}.md`,
  /** The one for the packages that have nothing of the line, and are released with the others. */
  othersChangeset: `.changeset/spec-${name}-others.md`,
  /** The generated code of core. */
  generated: `${GENERATED_PATH}/${name}`,
  /** The generated code of the client. */
  generatedClient: `packages/client/src/generated/${name}`,
});

/** What the list says of a line. */
interface ListedLine {
  readonly name: string;
  /** The entry of each package that speaks this line: `.` is the default. */
  readonly entry: string;
  /** Whether `spec:update` updates this line if none is named. */
  readonly isUpdated: boolean;
  /** The name of the line that the live API has moved on to. */
  readonly supersededBy: string | undefined;
}

/** A line of the API, and its files. */
export interface Line extends ListedLine, Readonly<ReturnType<typeof filesOf>> {}

/** The lines of a checkout, the default first. */
export function readLines(root: URL = ROOT): readonly Line[] {
  const { lines }: { lines: readonly Partial<ListedLine>[] } = JSON.parse(
    readFileSync(new URL(LINES_PATH, root), "utf8"),
  );
  return lines
    .map(({ name = "", entry = "", isUpdated = false, supersededBy }) =>
      Object.assign(filesOf(name), { name, entry, isUpdated, supersededBy }),
    )
    .toSorted((a, b) => Number(b.entry === ".") - Number(a.entry === "."));
}

/** The line whose entry is `.`. */
export function defaultLine(lines: readonly Line[] = readLines()): Line {
  return demand(lines, ({ entry }) => entry === ".", 'a line whose entry is "."');
}

/** The line that `spec:update` updates if none is named. */
export function updatedLine(lines: readonly Line[] = readLines()): Line {
  return demand(lines, ({ isUpdated }) => isUpdated, 'a line with "isUpdated": true');
}

/** The line with the name. Undefined without such a line. */
export function findLine(name: string, lines: readonly Line[] = readLines()): Line | undefined {
  return lines.find((line) => line.name === name);
}

function demand(lines: readonly Line[], matches: (line: Line) => boolean, what: string): Line {
  const found = lines.find(matches);
  if (!found) throw new Error(`${LINES_PATH} has no line that is needed here: ${what}.`);
  return found;
}
