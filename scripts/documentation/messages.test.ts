import { readFileSync } from "node:fs";
import { glob } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { root } from "./list-pages.ts";

const sources: string[] = [];
for await (const path of glob("packages/client/src/**/*.ts", { cwd: root }))
  sources.push(readFileSync(join(root, path), "utf8"));

test.each([
  ["docs/nextjs.md", /^> (.*)$/gm],
  ["docs/jest.md", /toThrow\("([^"]*)"\)/g],
  ["scripts/consumers/next.ts", /getByText\("([^"]*)"\)/g],
])("%s quotes messages that the client has", (path, quoted) => {
  const messages = [...readFileSync(join(root, path), "utf8").matchAll(quoted)].map(([, message = ""]) => message);
  expect(messages.length).toBeGreaterThan(0);
  expect(messages.filter((message) => !sources.some((source) => source.includes(message)))).toEqual([]);
});
