import { readdir, readFile } from "node:fs/promises";
import { describe, expect, test } from "vitest";

const here = new URL("../../", import.meta.url);
const readme = await readFile(new URL("README.md", here), "utf8");
const recipes = await readFile(new URL("../../docs/sign-in.md", here), "utf8");

const phones = await readFile(new URL("../../docs/react-native.md", here), "utf8");

const listBlocks = (text: string, type = "ts") =>
  [...text.matchAll(new RegExp(`\`\`\`${type}\\n([\\s\\S]*?)\`\`\``, "g"))].map(([, block]) => block);
const isForPhones = (path: string) => path.startsWith("react-native/");

/** The examples, by what they say: their paths. */
async function listFiles(isTaken = (path: string) => path.endsWith(".ts") && !isForPhones(path)) {
  const examples = new URL("examples/", here);
  const paths = (await readdir(examples, { recursive: true })).map((path) => path.replaceAll("\\", "/"));
  const files = paths.filter(isTaken);
  return new Map(
    await Promise.all(files.map(async (path) => [await readFile(new URL(path, examples), "utf8"), path] as const)),
  );
}

/** The client's, which all pages show. */
const toResponse = await readFile(new URL("../client/examples/to-response.ts", here), "utf8");

test("the README shows the examples as they are, the first calls first", async () => {
  const blocks = listBlocks(readme);
  const demo = await readFile(new URL("../../examples/passkey-login/page/change.ts", here), "utf8");
  expect(blocks.toSorted()).toEqual([...(await listFiles()).keys(), demo].toSorted());
  expect(blocks[0]).toBe(await readFile(new URL("examples/first-calls.ts", here), "utf8"));
});

test("the recipes show the examples as they are", async () => {
  const files = [...(await listFiles())].filter(([, path]) => path !== "first-calls.ts").map(([code]) => code);
  expect(listBlocks(recipes).toSorted()).toEqual([...files, toResponse].toSorted());
});

test.each(["ts", "tsx"])("the page on React Native shows its examples as they are: %s", async (type) => {
  const files = await listFiles((path) => isForPhones(path) && path.endsWith(`.${type}`));
  expect(files.size).toBeGreaterThan(2);
  expect(listBlocks(phones, type).toSorted()).toEqual([...files.keys()].toSorted());
});

/** Each block of code, with the label directly above it, and the example that it shows. */
async function listLabels(text: string) {
  const examples = await listFiles((path) => /\.tsx?$/.test(path));
  const blocks = [...text.matchAll(/(?:^|\n)([^\n]*)\n\n```tsx?\n([\s\S]*?)```/g)];
  return blocks.map(([, label = "", block = ""]) => ({
    label: /^\*\*On (?:the device|your backend)\b.*\*\*$/.exec(label)?.[0],
    path: block === toResponse ? "backend/to-response.ts" : (examples.get(block) ?? "another page's"),
  }));
}

const pages: [name: string, text: string][] = [
  ["the README", readme],
  ["the page of recipes", recipes],
];

test.each([...pages, ["the page on React Native", phones] as const])(
  "%s says directly above each block of code where it runs",
  async (_, text) => {
    const labels = await listLabels(text);
    expect(labels).toHaveLength(listBlocks(text, "tsx?").length);
    for (const { label, path } of labels) {
      const place = path.startsWith("backend/") ? "On your backend" : "On the device";
      expect([path, label]).toEqual([path, expect.stringContaining(place)]);
    }
  },
);

test.each([...pages, ["the page on React Native", phones] as const])(
  "%s fits a phone: no table has more than two columns",
  (_, text) => {
    const rows = text.split("\n").filter((line) => line.startsWith("|"));
    expect(rows.filter((row) => row.replaceAll(/`[^`]*`|\\\|/g, "").split("|").length > 4)).toEqual([]);
  },
);

describe.each(pages)("%s", (_, text) => {
  test("has both halves of each flow one after the other, those of latest before those of 2026-04-23", async () => {
    const shown = (await listLabels(text)).map(({ path }) => path);
    for (const path of shown.filter((name) => name.startsWith("device/"))) {
      const backend = path.replace("device/", "backend/");
      if (shown.includes(backend)) expect([path, shown[shown.indexOf(path) + 1]]).toEqual([path, backend]);
    }
    const isOf = (line: string) => (path: string) => path.includes(`/${line}/`);
    expect(shown.some(isOf("latest"))).toBe(true);
    expect(shown.findLastIndex(isOf("latest"))).toBeLessThan(shown.findIndex(isOf("2026-04-23")));
  });
});

test("the README says for each error code what to do", async () => {
  const source = await readFile(new URL("src/errors/grid-device-error.ts", here), "utf8");
  const codes = [...source.matchAll(/^ {2}\| "(\w+)"/gm)].map(([, code]) => code);
  const [, section = ""] = /## Errors\n([\s\S]*?)\n## /.exec(readme) ?? [];
  expect([...section.matchAll(/^- `(\w+)`: \S.{30}/gm)].map(([, code]) => code)).toEqual(codes);
  expect(codes).toHaveLength(10);
});
