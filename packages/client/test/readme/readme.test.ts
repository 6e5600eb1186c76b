import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { DEFAULT_LIMITS } from "../../src/limits.ts";
import { mayPass } from "../../src/may-have-been-processed.ts";
import { listFailures } from "../support/failures.ts";

const root = fileURLToPath(new URL("../../../../", import.meta.url));
const read = (path: string) => readFile(join(root, path), "utf8");
const listBlocks = (page: string) => [...page.matchAll(/```ts\n([\s\S]*?)```/g)].map(([, block]) => block ?? "");

test.each(["README.md", "packages/client/README.md"])("begins with the first call: %s", async (path) => {
  expect(listBlocks(await read(path))[0]).toBe(await read("packages/client/examples/first-call.ts"));
});

test("says for every failure what the caller gets and whether it is retried", async () => {
  const HEADINGS = {
    any: "Not processed, and every call is retried",
    safe: "Maybe processed, and a GET or an unsigned DELETE is retried",
    no: "Maybe processed, and nothing is retried",
    refused: "Not processed, and nothing is retried",
  };
  const sections = new Map(Object.values(HEADINGS).map((heading) => [heading, [] as string[]]));
  for (const { name, error, mayHaveBeenProcessed, repeated } of listFailures("https://another.example")) {
    const heading = repeated === "no" && !mayHaveBeenProcessed ? HEADINGS.refused : HEADINGS[repeated];
    sections.get(heading)?.push(`- ${name}: \`${error}\`\n`);
    expect([name, mayHaveBeenProcessed]).toEqual([name, heading.startsWith("Maybe")]);
  }
  const page = await read("docs/errors.md");
  for (const [heading, items] of sections) {
    const [, list] = new RegExp(`^### ${heading}\n\n((?:- .*\n)+)`, "m").exec(page) ?? [];
    expect([heading, list]).toEqual([heading, items.join("")]);
  }
});

test("lists every status that is retried", async () => {
  const page = await read("docs/errors.md");
  const retried = page.slice(
    page.indexOf("### Not processed, and every call"),
    page.indexOf("### Maybe processed, and nothing"),
  );
  const listed = new Set([...retried.matchAll(/^- ([45]\d\d)\b/gm)].map(([, status]) => Number(status)));
  const statuses = Array.from({ length: 200 }, (_, at) => 400 + at);
  expect(statuses.filter((status) => mayPass({ status }))).toEqual([...listed].toSorted());
});

describe("the page of options", async () => {
  const page = await read("docs/options.md");
  const items = [...page.matchAll(/^- ((?:`\w+`(?:, )?)+) \(default:? (.*?)\): /gm)].flatMap(([, names = "", value]) =>
    [...names.matchAll(/\w+/g)].map(([name]) => ({ name, value })),
  );

  test("has every option of a client and of a call", async () => {
    const source = await read("packages/client/src/options.ts");
    // A client and a call each have a signal.
    const options = new Set([...source.matchAll(/^  (\w+)\?:/gm)].map(([, name]) => name));
    expect(items.map(({ name }) => name).toSorted()).toEqual([...options].toSorted());
  });

  test("says the defaults that the client has", () => {
    const said = new Map(items.map(({ name, value }) => [name, value]));
    for (const [name, value] of Object.entries(DEFAULT_LIMITS)) {
      const text = value === Infinity ? "none" : typeof value === "number" ? value.toLocaleString("en") : String(value);
      expect([name, said.get(name)]).toEqual([name, text]);
    }
  });
});
