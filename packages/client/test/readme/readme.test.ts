import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { DEFAULT_LIMITS } from "../../src/limits.ts";
import { listFailures } from "../support/failures.ts";

const root = fileURLToPath(new URL("../../../../", import.meta.url));
const read = (path: string) => readFile(join(root, path), "utf8");
const listBlocks = (page: string) => [...page.matchAll(/```ts\n([\s\S]*?)```/g)].map(([, block]) => block ?? "");

test.each(["README.md", "packages/client/README.md"])("begins with the first call: %s", async (path) => {
  expect(listBlocks(await read(path))[0]).toBe(await read("packages/client/examples/challenge.ts"));
});

test("tells for every failure what the caller gets and whether it was repeated", async () => {
  const REPEATED = { any: "any call", safe: "GET, unsigned DELETE", no: "no" };
  const rows = listFailures("https://another.example").map(({ name, error, mayHaveBeenProcessed, repeated }) =>
    [name, `\`${error}\``, mayHaveBeenProcessed ? "maybe" : "no", REPEATED[repeated]].join(" | "),
  );
  const page = await read("docs/errors.md");
  const [, table = ""] = /## Failures\n[\s\S]*?\|---\|---\|---\|---\|\n((?:\|.*\|\n)+)/.exec(page) ?? [];
  expect(table.trimEnd().split("\n")).toEqual(rows.map((row) => `| ${row} |`));
});

describe("the table of options", async () => {
  const page = await read("docs/options.md");
  const rows = [...page.matchAll(/^\| ((?:`\w+`(?:, )?)+) \| (yes|no) \| (.*?) \|/gm)].flatMap(
    ([, names = "", call, value]) => [...names.matchAll(/\w+/g)].map(([name]) => ({ name, call, value })),
  );

  test("has every option of a client and of a call", async () => {
    const source = await read("packages/client/src/options.ts");
    // A signal is both a client's and a call's.
    const options = new Set([...source.matchAll(/^  (\w+)\?:/gm)].map(([, name]) => name));
    expect(rows.map(({ name }) => name).toSorted()).toEqual([...options].toSorted());
  });

  test("says the defaults that the client has", () => {
    const said = new Map(rows.map(({ name, value }) => [name, value]));
    for (const [name, value] of Object.entries(DEFAULT_LIMITS)) {
      const text = value === Infinity ? "none" : typeof value === "number" ? value.toLocaleString("en") : String(value);
      expect([name, said.get(name)]).toEqual([name, text]);
    }
  });
});
