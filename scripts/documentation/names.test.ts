import { readFileSync } from "node:fs";
import { glob } from "node:fs/promises";
import { join } from "node:path";
import { listEndpoints, type JsonObject } from "@grid-sdk/openapi";
import { parse } from "yaml";
import { describe, expect, test } from "vitest";
import { readLines } from "../workspace/lines.ts";
import { listPages, root } from "./list-pages.ts";

/** A command writes these, and a test of its own compares them with their source. */
const DERIVED = /^(?:bench\/|docs\/benchmarks\.md|packages\/spec-diff\/README\.md)/;
const pages = listPages().filter(({ path }) => !DERIVED.test(path));
const lines = readLines();
const texts = lines.map(({ fragment }) => readFileSync(join(root, fragment), "utf8"));
const fragments = texts.map((text) => parse(text) as JsonObject & { info: Record<string, string> });
const endpoints = fragments.flatMap((fragment) => listEndpoints(fragment));
const operations = new Set(endpoints.map(({ operation }) => String(operation["operationId"])));

/** Names that Node or the code of this repository has, such as a variable of the environment. */
const words = new Set(["NODE_USE_ENV_PROXY", "HTTP_PROXY", "HTTPS_PROXY", "NO_PROXY"]);
const sources = "{{packages,examples}/*/{src,server,page,examples}/**/*.{ts,tsx},.github/workflows/*.yml}";
/** The functions of this repository, such as the emulator's rules. */
const functions = new Set<string>();
for await (const path of glob(sources, { cwd: root })) {
  if (/\.test\.ts$|generated/.test(path)) continue;
  const source = readFileSync(join(root, path), "utf8");
  for (const [word] of source.matchAll(/\b[A-Z][A-Z0-9_]+\b/g)) words.add(word);
  for (const [, name = ""] of source.matchAll(/\bexport (?:async )?function (\w+)/g)) functions.add(name);
}

/** Variables that the vendor's own clients read: docs/testing.md lists them. */
for (const word of ["GRID_API_TOKEN_ID", "GRID_API_CLIENT_SECRET", "LIGHTSPARK_GRID_BASE_URL"]) words.add(word);

const listAll = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map(([all, one]) => one ?? all);

/** The first word of an operation's name after its verb: `Auth` of `listAuthSessions`. */
const NOUNS = [...new Set([...operations].map((name) => /[A-Z][a-z]+/.exec(name)?.[0] ?? ""))];
const NUMBER = String.raw`(?:\d+|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|twenty)`;
const COUNTED =
  "operations?|endpoints?|methods?|paths?|statuses|status codes|codes|error codes|responses|schemas|types of credentials?|credential types";
const COUNT = new RegExp(String.raw`(?<!next |between )\b${NUMBER} (?:\w+ )?(?:${COUNTED})\b`, "gi");

test("there are pages and operations to compare", () => {
  expect(pages.length).toBeGreaterThan(10);
  expect(operations).toContain("challengeAuthCredential");
  expect(pages.some(({ text }) => text.includes("challengeAuthCredential"))).toBe(true);
});

/** A path without the names of its parameters: a sample in another language has other names. */
const fill = (path: string) => path.replaceAll(/\{\w+\}/g, "{}");

describe.each(pages)("$path", ({ text }) => {
  test("names operations that a line has", () => {
    const named = [
      ...listAll(text, new RegExp(String.raw`\b[a-z]+(?:${NOUNS.join("|")})[A-Z]\w*`, "g")),
      ...listAll(text, /\bgrid\.(\w+)/g).filter((name) => name !== "http" && name !== "withOptions"),
      ...listAll(text, /\.reply\("(\w+)"/g),
      ...listAll(text, /\boperationId: "(\w+)"/g),
    ];
    expect(named.filter((name) => !operations.has(name) && !functions.has(name))).toEqual([]);
  });

  test("names paths that a line has", () => {
    const named = listAll(text, /\B\/auth\/[\w{}/-]*/g);
    const isPath = (name: string) =>
      endpoints.some(({ path }) => (name.endsWith("/") ? path.startsWith(name) : fill(path) === fill(name)));
    expect(named.filter((name) => !isPath(name))).toEqual([]);
  });

  test("names codes and types of a line or of the code of this repository", () => {
    const named = listAll(text, /\b[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+\b/g);
    const isKnown = (name: string) => words.has(name) || texts.some((one) => new RegExp(`\\b${name}\\b`).test(one));
    expect(named.filter((name) => !isKnown(name))).toEqual([]);
  });

  test("names the days and versions of the lines", () => {
    const days = new Set(fragments.flatMap(({ info }) => [info["x-revision-date"], info["version"]]));
    // Another day is the argument of a command, or the day since when something is true.
    const named = listAll(text, /(?<!--date |since )\b(20\d\d-\d\d-\d\d)\b/g);
    expect(named.filter((day) => !days.has(day))).toEqual([]);
  });

  test("counts nothing that the next revision changes", () => {
    expect(listAll(text, COUNT)).toEqual([]);
  });
});
