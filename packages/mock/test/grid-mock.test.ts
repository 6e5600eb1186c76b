import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { type AddressInfo, createServer } from "node:net";
import { createInterface } from "node:readline";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import { SPECIFICATION } from "@grid-sdk/contract/fixtures";
import { expect, test } from "vitest";

const command = fileURLToPath(new URL("../dist/grid-mock.js", import.meta.url));
const run = (...args: string[]) => spawn(process.execPath, [command, ...args]);
const headers = { authorization: `Basic ${btoa("a:b")}` };

test("prints its URL, how to choose and the operations, then each request on a line, and ends on a signal", async () => {
  const child = run("--port", "0", "--fragment", SPECIFICATION);
  const lines = createInterface(child.stdout)[Symbol.asyncIterator]();
  const nextLine = async (): Promise<string> => {
    const { value, done } = await lines.next();
    if (done) throw new Error("it ended");
    return value;
  };
  const printed: string[] = [];
  while (!printed.at(-1)?.endsWith("Ctrl+C stops it.")) printed.push(await nextLine());

  const url = printed.flatMap((line) => /GRID_BASE_URL=(\S+)/.exec(line)?.[1] ?? [])[0];
  expect(printed[0]).toBe(`Serving the Grid auth API on ${url}`);
  expect(printed).toContain(`Read and try the API:  ${url}/`);
  const at = printed.indexOf("challengeAuthCredential  POST /auth/credentials/{id}/challenge");
  expect(printed.slice(at + 1)).toContain("  200  emailOtp, oauth, passkey");
  expect(printed.slice(at + 1)).toContain("  429  rateLimited");
  expect(printed).toContain("  204");
  expect(printed.join("\n")).toContain("Prefer: example=passkey");

  expect((await fetch(`${url}/auth/sessions?accountId=a`, { headers })).status).toBe(200);
  await fetch(`${url}/auth/sessions`, { headers });
  await fetch(`${url}/nothing`);
  expect(await nextLine()).toBe("");
  const nextRequest = async () => (await nextLine()).replace(/^\d\d:\d\d:\d\d/, "<time>");
  expect(await nextRequest()).toBe("<time>  200  GET     listAuthSessions  /auth/sessions");
  expect(await nextRequest()).toBe(
    "<time>  400  GET     listAuthSessions  query/accountId is required  /auth/sessions",
  );
  expect(await nextRequest()).toBe("<time>  404  GET     -  path is not documented  /nothing");

  child.kill("SIGTERM");
  await once(child, "exit");
});

test("explains itself", async () => {
  const child = run("--help");
  const [stdout, [code]] = await Promise.all([text(child.stdout), once(child, "exit")]);
  expect(stdout).toContain("--fragment <path>");
  expect(code).toBe(0);
});

test("prints its version", async () => {
  const { version } = JSON.parse(await readFile(new URL("../package.json", import.meta.url), "utf8"));
  const child = run("--version");
  const [stdout, [code]] = await Promise.all([text(child.stdout), once(child, "exit")]);
  expect([stdout, code]).toEqual([`${version}\n`, 0]);
});

test("says which port is in use", async () => {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const child = run("--port", String(port));
  const [stderr, [code]] = await Promise.all([text(child.stderr), once(child, "exit")]);
  expect(stderr).toBe(
    `grid-mock: port ${port} is in use. Choose another with --port, or leave --port out for a free one.\n`,
  );
  expect(code).toBe(1);
  server.close();
});

test.each([
  [["--clock", "later"], "--clock must be now or example; got later."],
  [["--port", "http"], "--port must be a number from 0 to 65535; got http."],
  [["--port", "70000"], "--port must be a number from 0 to 65535; got 70000."],
  [["--port=-1"], "--port must be a number from 0 to 65535; got -1."],
  [["--port", "1.5"], "--port must be a number from 0 to 65535; got 1.5."],
  [["--port", ""], "--port must be a number from 0 to 65535; got ."],
  [["--prot", "1"], "Unknown option '--prot'."],
  [["--port"], "Option '--port <value>' argument missing."],
  [["4010"], "Unexpected argument '4010'."],
])("refuses %j", async (args, reason) => {
  const child = run(...args);
  const [stderr, [code]] = await Promise.all([text(child.stderr), once(child, "exit")]);
  expect({ stderr, code }).toEqual({ stderr: `grid-mock: ${reason} See grid-mock --help.\n`, code: 2 });
});

test("says that there is no such file", async () => {
  const child = run("--fragment", "none.yaml");
  const [stderr, [code]] = await Promise.all([text(child.stderr), once(child, "exit")]);
  expect(stderr).toMatch(/^grid-mock: .*ENOENT/);
  expect(code).toBe(1);
});
