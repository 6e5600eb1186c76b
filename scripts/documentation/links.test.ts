import { existsSync, readFileSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { PACKAGES } from "../workspace/packages.ts";
import { listPages, type Page, root } from "./list-pages.ts";

const REPOSITORY = "https://github.com/grid-sdk/grid-sdk/blob/main/";
const pages = listPages();
const published = PACKAGES.map((name) => `packages/${name}/README.md`);
/** Commands of pnpm itself. */
const BUILT_IN = new Set(["add", "dlx", "exec", "install", "pack"]);

/** The targets of links and pictures outside code. */
function listLinks({ text }: Page): string[] {
  const prose = text.replaceAll(/^```[^]*?^```$/gm, "").replaceAll(/`[^`\n]*`/g, "");
  return [...prose.matchAll(/\]\(([^)\s]+)\)|(?:href|src|srcset)="([^"]+)"/g)].map(
    ([, link, html = ""]) => link ?? html,
  );
}

/** The anchors of a page's headings, as GitHub makes them. */
function listAnchors(text: string): string[] {
  return [...text.matchAll(/^#+ (.*)$/gm)].map(([, title = ""]) =>
    title
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}_ -]/gu, "")
      .replaceAll(" ", "-"),
  );
}

/** Whether a link within the repository, or within its page, leads to a file and a heading that exist. */
function leadsSomewhere({ path, text }: Page, link: string): boolean {
  const [file = "", anchor] = link.split("#");
  const target = join(root, link.startsWith(REPOSITORY) ? file.slice(REPOSITORY.length) : join(dirname(path), file));
  if (file !== "" && !existsSync(target)) return false;
  if (anchor === undefined) return true;
  const page = statSync(target).isDirectory() ? join(target, "README.md") : target;
  return listAnchors(file === "" ? text : readFileSync(page, "utf8")).includes(anchor);
}

/** The scripts of the checkout, and of the package that a page is about. */
function listScripts({ path }: Page): Set<string> {
  const manifests = [join(root, "package.json"), join(root, dirname(path), "package.json")].filter((file) =>
    existsSync(file),
  );
  return new Set(
    manifests.flatMap((file) =>
      Object.keys((JSON.parse(readFileSync(file, "utf8")) as { scripts?: object }).scripts ?? {}),
    ),
  );
}

test("there are pages to try", () => {
  expect(pages.map(({ path }) => path)).toEqual(
    expect.arrayContaining(["README.md", "CONTRIBUTING.md", "docs/errors.md", ...published]),
  );
});

describe.each(pages)("$path", (page) => {
  const links = listLinks(page);

  test("has links that lead somewhere", () => {
    const own = links.filter((link) => link.startsWith(REPOSITORY) || !/^(?:https?|mailto):/.test(link));
    expect(own.filter((link) => !leadsSomewhere(page, link))).toEqual([]);
  });

  test("names scripts that exist", () => {
    const scripts = listScripts(page);
    const named = [
      ...page.text.matchAll(/(?:^npx -y pnpm@12|`(?:npx -y )?pnpm(?:@12)?) (?:--silent )?([a-z][\w:-]*)/gm),
    ];

    const unknown = named.map(([, name = ""]) => name).filter((name) => !scripts.has(name) && !BUILT_IN.has(name));
    expect(unknown).toEqual([]);
  });
});

test.each(pages.filter(({ path }) => published.includes(path)))(
  "$path has links that work from a package registry, where nothing of the repository is",
  (page) => {
    expect(listLinks(page).filter((link) => !/^(?:https:\/\/|#)/.test(link))).toEqual([]);
  },
);
