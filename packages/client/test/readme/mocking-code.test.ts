import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

test("prints what the page on testing says", async () => {
  const readme = await readFile(new URL("../../../../docs/testing.md", import.meta.url), "utf8");
  const [, code = ""] = /```js\n([\s\S]*?)```/.exec(readme) ?? [];
  const said = [...code.matchAll(/^console\.log.*; \/\/ (.*)$/gm)].map(([, comment]) => `${comment}\n`);
  expect(said.length).toBeGreaterThan(0);

  const cwd = fileURLToPath(new URL("../../", import.meta.url));
  const child = spawn(process.execPath, ["--input-type=module", "--eval", code], { cwd });
  const [stdout, stderr, [exitCode]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, "exit")]);
  expect({ stdout, stderr, exitCode }).toEqual({ stdout: said.join(""), stderr: "", exitCode: 0 });
});
