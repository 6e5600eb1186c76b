import { expect, test } from "vitest";
import { listPages } from "./list-pages.ts";
import { listTables } from "./table-width.ts";

/** A phone of 320 px has 288 px for a page on GitHub, and one of 390 px has 358: as many characters of code. */
const [SMALL_PHONE, PHONE] = [35, 43];
/** Written by others, and read in a file. */
const pages = listPages().filter(({ path }) => !path.endsWith("THIRD-PARTY-LICENSES.md"));

test.each(pages)("each table of $path fits a phone: make a wider one a list", (page) => {
  expect(listTables(page).filter(({ hasCode, width }) => width > (hasCode ? SMALL_PHONE : PHONE))).toEqual([]);
});

test.each([
  ["short words", "| a | b |\n|---|---|\n| one | two words |\n", 14.6],
  ["code, which a space and a hyphen break", "| a | b |\n|---|---|\n| `let it-be` | two |\n", 13.9],
  ["a path, which nothing breaks", "| a |\n|---|\n| `docs/errors.md` |\n", 18.6],
  ["a link, by its text", "| a |\n|---|\n| [b](https://example.com/) |\n", 4.3],
  ["a table of a quotation", "> | a |\n> |---|\n> | one |\n", 6.3],
  ["a table in a list", "- A:\n\n  | a |\n  |---|\n  | one |\n", 6.3],
])("the width of a table counts %s", (_, text, width) => {
  expect(listTables({ path: "a.md", text }).map((table) => table.width)).toEqual([expect.closeTo(width, 2)]);
});

test("a table in a block of code has no width: it scrolls by itself", () => {
  expect(listTables({ path: "a.md", text: "```md\n| a |\n|---|\n```\n" })).toEqual([]);
});
