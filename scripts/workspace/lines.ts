import { readFileSync } from "node:fs";
import { ROOT } from "./root.ts";

/** The only list of the lines. */
export const LINES_PATH = "openapi/lines.json";
/** Where the generated code of core is, a folder per line. */
export const GENERATED_PATH = "packages/core/src/generated";

/** A line of the API: its name, and the paths of its files from the root of the checkout. */
export interface Line {
  readonly name: string;
  /** The entry of each package that speaks this line: `.` is the default. */
  readonly entry: string;
  /** Whether `spec:update` updates this line if none is named. */
  readonly isUpdated: boolean;
  /** The name of the line that the live API has moved on to. */
  readonly supersededBy: string | undefined;
  readonly fragment: string;
  readonly upstream: string;
  readonly overlay: string;
  /** The hashes of the API's own texts, by place. */
  readonly texts: string;
  /** The fragment as of the last release. */
  readonly released: string;
  /** The hashes of the API's own texts as of the last release. */
  readonly releasedTexts: string;
  /** The one changeset that says what updates of this line change. */
  readonly changeset: string;
  /** The one for the packages that have nothing of the line, and are released with the others. */
  readonly othersChangeset: string;
  /** The generated code of core. */
  readonly generated: string;
  /** The generated code of the client. */
  readonly generatedClient: string;
}

/** The lines of a checkout, the default first. */
export function readLines(root: URL = ROOT): readonly Line[] {
  const { lines } = JSON.parse(readFileSync(new URL(LINES_PATH, root), "utf8")) as {
    lines: readonly Partial<Pick<Line, "name" | "entry" | "isUpdated" | "supersededBy">>[];
  };
  return lines
    .map(({ name = "", entry = "", isUpdated = false, supersededBy }) => ({
      name,
      entry,
      isUpdated,
      supersededBy,
      fragment: `openapi/${name}/grid-auth.yaml`,
      upstream: `openapi/${name}/upstream.yaml`,
      overlay: `openapi/${name}/overlay.yaml`,
      texts: `openapi/${name}/texts.json`,
      released: `openapi/${name}/released.yaml`,
      releasedTexts: `openapi/${name}/released-texts.json`,
      changeset: `.changeset/spec-${name}.md`,
      othersChangeset: `.changeset/spec-${name}-others.md`,
      generated: `${GENERATED_PATH}/${name}`,
      generatedClient: `packages/client/src/generated/${name}`,
    }))
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
