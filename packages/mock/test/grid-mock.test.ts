import { spawn } from "node:child_process";
import { once } from "node:events";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const command = fileURLToPath(new URL("../dist/grid-mock.js", import.meta.url));
const run = (...args: string[]) => spawn(process.execPath, [command, ...args]);

test("prints its URL and how to choose examples, serves, and ends on a signal", async () => {
  const child = run("--port", "0");
  const [chunk] = await once(child.stdout, "data");
  const printed = String(chunk);
  const url = /http:\/\/127\.0\.0\.1:\d+/.exec(printed)?.[0];
  expect(printed).toContain("Prefer: example=passkey");
  expect(printed).toContain(`GRID_BASE_URL=${url}`);
  const response = await fetch(`${url}/auth/sessions?accountId=a`, {
    headers: { authorization: `Basic ${btoa("a:b")}` },
  });
  expect(response.status).toBe(200);
  child.kill("SIGTERM");
  await once(child, "exit");
});

test.each([
  [["--port", "http"], "--port takes a number from 0 to 65535; got http."],
  [["--prot", "1"], "Unknown option '--prot'"],
  [["--fragment", "none.yaml"], "ENOENT"],
])("refuses %j", async (args, reason) => {
  const child = run(...args);
  const [stderr, [code]] = await Promise.all([text(child.stderr), once(child, "exit")]);
  expect(stderr).toMatch(/^grid-mock: /);
  expect(stderr).toContain(reason);
  expect(code).toBe(1);
});
