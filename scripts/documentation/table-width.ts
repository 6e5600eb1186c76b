import type { Page } from "./list-pages.ts";

export interface Table {
  /** Its first row, as the page has it. */
  readonly heading: string;
  readonly hasCode: boolean;
  /** The narrowest that it can be, in characters of code. */
  readonly width: number;
}

/** On GitHub, the padding and the border of a cell are as wide as this many characters of code (8.2 px each). */
const CELL = 3.3;
/** The padding of code in a cell. */
const CODE = 1.3;

/** The tables of a page, each with the width below which it scrolls sideways. */
export function listTables({ text }: Page): Table[] {
  const prose = text.replaceAll(/^```[^]*?^```$/gm, "");
  return [...prose.matchAll(/(?:^[> ]*\|.*\|\n)+/gm)].map(([table]) => {
    const rows = table.trimEnd().split("\n").map(listCells);
    const columns = rows[0]?.map((_, column) => Math.max(...rows.map((cells) => widthOf(cells[column] ?? ""))) + CELL);
    return {
      heading: table.slice(0, table.indexOf("\n")),
      hasCode: table.includes("`"),
      width: columns?.reduce((sum, one) => sum + one, 0) ?? 0,
    };
  });
}

function listCells(row: string): string[] {
  return row
    .split(/(?<!\\)\|/)
    .slice(1, -1)
    .filter((cell) => !/^:?-+:?$/.test(cell.trim()));
}

/** The widest piece of a cell that does not break: a line breaks at a space, and after a hyphen before a letter. */
function widthOf(cell: string): number {
  const shown = cell.replaceAll(/\]\([^)]*\)|\[(?!\])|\*\*/g, "").replaceAll(/<br *\/?>/g, " ");
  const pieces = shown.split(/(`[^`]*`)/).flatMap((part) => {
    const isCode = part.startsWith("`");
    const words = part.replaceAll("`", "").split(/\s+|(?<=[a-z]-)(?=[a-z])/i);
    return words.map((word) => word.length + (isCode ? CODE : 0));
  });
  return Math.max(0, ...pieces);
}
