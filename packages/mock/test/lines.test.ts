import { spawn } from "node:child_process";
import { once } from "node:events";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import { listOperations, readFragment } from "@grid-sdk/contract";
import { expect, test } from "vitest";
import { lineEntries } from "../../../tsdown.base.ts";
import type * as Standard from "../src/index.ts";

const root = new URL("../../../", import.meta.url);
const LINES = await Promise.all(
  lineEntries.map(async ({ name, file }) => {
    const fragment = await readFragment(fileURLToPath(new URL(`openapi/${name}/grid-auth.yaml`, root)));
    return {
      name,
      operations: listOperations(fragment),
      entry: (await import(`../src/${file}.ts`)) as typeof Standard,
    };
  }),
);

test.each(LINES)(
  "the mock of $name serves each operation of its fragment, and refuses replies to others",
  async (line) => {
    await using mock = await line.entry.startGridMock();
    const reply = mock.reply as (operationId: string, choice: object) => void;
    for (const { id, responses } of line.operations) {
      for (const status of responses.keys()) expect(() => reply(id, { status: Number(status) })).not.toThrow();
    }
    expect(() => reply("noSuchOperation", { status: 200 })).toThrow(/There is no operation "noSuchOperation"/);
  },
);

test.each(LINES)("grid-mock --line $name lists its operations", async ({ name, operations }) => {
  const command = fileURLToPath(new URL("../dist/grid-mock.js", import.meta.url));
  const child = spawn(process.execPath, [command, "--line", name]);
  let output = "";
  for await (const chunk of child.stdout) {
    output += String(chunk);
    if (output.includes("Ctrl+C stops it.")) break;
  }
  child.kill("SIGTERM");
  const listed = [...output.matchAll(/^(\w+) +[A-Z]+ +\//gm)].map(([, id]) => id);
  expect(listed.toSorted()).toEqual(operations.map(({ id }) => id).toSorted());
});

test("grid-mock refuses a line that does not exist, and names those that do", async () => {
  const command = fileURLToPath(new URL("../dist/grid-mock.js", import.meta.url));
  const child = spawn(process.execPath, [command, "--line", "next"]);
  const [stderr, [code]] = await Promise.all([text(child.stderr), once(child, "exit")]);
  expect({ stderr, code }).toEqual({
    stderr: `grid-mock: --line takes one of ${lineEntries.map(({ name }) => name).join(", ")}; got next. See grid-mock --help.\n`,
    code: 2,
  });
});
