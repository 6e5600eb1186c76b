import { type JsonObject } from "@grid-sdk/openapi";
import { defaultLine, type Line, readLines } from "../../workspace/lines.ts";
import { parseSource } from "@grid-sdk/openapi/parse";
import { readIfPresent } from "../update/read-state.ts";
import { dateOf } from "../update/revision-date.ts";
import { deriveLinesPage, LINES_PAGE_PATH, setDay } from "./derive-lines-page.ts";

/** The pages with a list of the lines. */
const PAGES = ["README.md", LINES_PAGE_PATH];

/** The pages on the lines, once a line has this fragment. Empty if there is no other line to compare with. */
export async function planPages(root: URL, line: Line, fragment: JsonObject): Promise<Map<string, string>> {
  const standard = defaultLine(readLines(root));
  const date = dateOf(fragment);
  const planned = new Map<string, string>();
  if (standard.name === line.name) return planned;
  const text = (await readIfPresent(root, standard.fragment)) ?? "";
  for (const path of PAGES) {
    const page = (await readIfPresent(root, path)) ?? "";
    const dated = date === undefined ? page : setDay(page, line.name, date);
    const before = parseSource(text, standard.fragment).document;
    planned.set(path, path === LINES_PAGE_PATH ? deriveLinesPage(dated, before, fragment) : dated);
  }
  return planned;
}
