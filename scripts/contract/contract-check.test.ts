import { spawn } from "node:child_process";
import { once } from "node:events";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import { listOperations, readFragment } from "@grid-sdk/openapi";
import { SPECIFICATION } from "@grid-sdk/contract/fixtures";
import { startGridMock } from "@grid-sdk/mock";
import { describe, expect, test } from "vitest";
import { startLiveServer } from "../test/live-server.ts";

const script = fileURLToPath(new URL("contract-check.ts", import.meta.url));
const CREDENTIALS = { GRID_CLIENT_ID: "token-id", GRID_CLIENT_SECRET: "a:secret" };
const empty = { body: { data: [] } };

async function run(args: string[]) {
  const child = spawn(process.execPath, [script, ...args], {
    env: { PATH: process.env["PATH"] ?? "", ...CREDENTIALS },
  });
  const [stdout, stderr, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, "exit")]);
  expect(stdout + stderr).not.toContain("secret");
  return { code, stdout, stderr };
}

/** Against a specification of the tests' own: what the checked-in one lists is not what is tried here. */
const runOwn = (url: string, ...args: string[]) => run(["--upstream", url, "--fragment", SPECIFICATION, ...args]);

const operations = listOperations(await readFragment(SPECIFICATION));
const changing = operations.filter(({ method }) => method !== "GET");

describe("pnpm contract:check", () => {
  test("passes a server that responds as documented", async () => {
    await using server = await startLiveServer({ "GET /auth/credentials": empty, "GET /auth/sessions": empty });
    const { code, stdout, stderr } = await runOwn(server.url, "--param", "accountId=InternalAccount:9");
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout).toBe(`OPERATION            REQUEST                STATUS  WHERE  PROBLEM
listAuthCredentials  GET /auth/credentials  200            as documented
listAuthSessions     GET /auth/sessions     200            as documented

contract:check: 2 responses, 0 violations
Not called, because they change something: createAuthCredential, revokeAuthCredential, challengeAuthCredential, verifyAuthCredential, revokeAuthSession. To call one, add --operation <id>.
`);
    const authorization = `Basic ${btoa("token-id:a:secret")}`;
    expect(server.received).toEqual([
      `GET /auth/credentials?accountId=InternalAccount%3A9 ${authorization}`,
      `GET /auth/sessions?accountId=InternalAccount%3A9 ${authorization}`,
    ]);
  });

  test("fails a server that does not, with each violation in a line, and calls what is chosen", async () => {
    await using server = await startLiveServer({
      "GET /auth/credentials": { body: { data: [{ id: 1 }] } },
      "GET /auth/sessions": empty,
      "POST /auth/credentials/a/challenge": { status: 202, body: {} },
    });
    const { code, stdout } = await runOwn(server.url, "--operation", "challengeAuthCredential", "--param", "id=a");
    expect(code).toBe(1);
    expect(stdout).toMatch(/^listAuthCredentials +GET \/auth\/credentials +200 +body\/data\/0\/id +must be string$/m);
    expect(stdout).toMatch(
      /^listAuthCredentials +GET \/auth\/credentials +200 +body\/data\/0\/nickname +is required$/m,
    );
    expect(stdout).toMatch(/^listAuthSessions +GET \/auth\/sessions +200 +as documented$/m);
    expect(stdout).toMatch(/^challengeAuthCredential +POST \S+ +202 +status +202 is not documented/m);
    expect(stdout).toContain("contract:check: 3 responses, 7 violations\n");
  });

  test("passes the mock, every operation included", async () => {
    await using mock = await startGridMock({ fragment: SPECIFICATION });
    const missing = operations
      .flatMap(({ parameters }) => parameters)
      .filter(({ required, example }) => required && example === undefined);
    const chosen = [
      ...changing.flatMap(({ id }) => ["--operation", id]),
      ...missing.flatMap(({ name }) => ["--param", `${name}=made`]),
    ];
    const { code, stdout } = await runOwn(mock.url, ...chosen);
    const calls = operations.map(({ requestBody }) => Math.max(1, requestBody?.examples.size ?? 0));
    const count = calls.reduce((sum, of) => sum + of, 0);
    expect(stdout).toContain(`contract:check: ${count} responses, 0 violations\n`);
    expect(stdout).not.toContain("Not called");
    expect(code).toBe(0);
    expect(mock.requests.flatMap(({ violations }) => violations)).toEqual([]);
  });

  test("reports a server that does not respond in time, or not at all", async () => {
    await using silent = await startLiveServer({});
    const slow = await runOwn(silent.url, "--timeout", "0.2");
    expect(slow.stdout).toMatch(/^listAuthSessions +GET \/auth\/sessions +- +response +no response within 0\.2 s$/m);
    expect(slow.code).toBe(1);

    await silent[Symbol.asyncDispose]();
    const gone = await runOwn(silent.url);
    expect(gone.stdout).toMatch(/ - +response +none: .*ECONNREFUSED/);
    expect(gone.code).toBe(1);
  });

  test("refuses arguments that make no sense, and sends nothing", async () => {
    await using server = await startLiveServer({});
    const { code, stdout, stderr } = await runOwn(server.url, "--operation", "challenge");
    expect(stderr).toMatch(/^contract:check: The fragment has no operation challenge\. It has: listAuthCredentials, /);
    expect({ code, stdout, received: server.received }).toEqual({ code: 2, stdout: "", received: [] });
  });

  test("checks a server against the checked-in fragment by default", async () => {
    const { code, stderr } = await run(["--upstream", "http://127.0.0.1:1", "--operation", "challenge"]);
    const ids = listOperations(await readFragment()).map(({ id }) => id);
    expect(stderr).toContain(`The fragment has no operation challenge. It has: ${ids.join(", ")}`);
    expect(code).toBe(2);
  });

  test.each([
    ["gone.yaml", /^contract:check: --fragment must be an OpenAPI document: ENOENT: .*gone\.yaml/],
    [
      "package.json",
      /^contract:check: --fragment must be an OpenAPI document: package\.json is not an OpenAPI 3\.1 document\./,
    ],
  ])("refuses a document that it cannot read: %s", async (path, reason) => {
    await using server = await startLiveServer({});
    const { code, stdout, stderr } = await run(["--upstream", server.url, "--fragment", path]);
    expect(stderr).toMatch(reason);
    expect({ code, stdout, received: server.received }).toEqual({ code: 2, stdout: "", received: [] });
  });
});
