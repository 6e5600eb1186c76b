import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { drawBadge, listBadges } from "../screenshots/badges.ts";
import { root } from "./list-pages.ts";

const readme = readFileSync(join(root, "README.md"), "utf8");

test("the README has these badges", () => {
  const shown = [...readme.matchAll(/docs\/images\/badge-(\w+)\.svg/g)].map(([, name]) => name);
  expect(shown).toEqual(listBadges().map(({ name }) => name));
  expect(shown.length).toBeGreaterThan(2);
});

test.each(listBadges())("the badge of $label says what the repository says: $value", (badge) => {
  const path = `docs/images/badge-${badge.name}.svg`;
  expect(readFileSync(join(root, path), "utf8"), "`pnpm screenshots badges` writes it").toBe(drawBadge(badge));
  const [, described] = new RegExp(String.raw`!\[(.*?)\]\(${path}\)`).exec(readme) ?? [];
  expect(described).toBe(`${badge.label} ${badge.value}`);
});
