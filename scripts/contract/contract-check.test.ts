import { spawn } from "node:child_process";
import { once } from "node:events";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import { listOperations, readFragment } from "@grid-sdk/contract";
import { startGridMock } from "@grid-sdk/mock";
import { describe, expect, test } from "vitest";
import { startLiveServer } from "./live-server.ts";

const script = fileURLToPath(new URL("contract-check.ts", import.meta.url));
const CREDENTIALS = { GRID_CLIENT_ID: "token-id", GRID_CLIENT_SECRET: "a:secret" };
const empty = { body: { data: [] } };

async function run(args: string[], env: Record<string, string> = CREDENTIALS) {
  const child = spawn(process.execPath, [script, ...args], { env: { PATH: process.env["PATH"] ?? "", ...env } });
  const [stdout, stderr, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, "exit")]);
  expect(stdout + stderr).not.toContain("secret");
  return { code, stdout, stderr };
}

const operations = listOperations(await readFragment());
const changing = operations.filter(({ method }) => method !== "GET");

describe("pnpm contract:check", () => {
  test("passes a server that answers as documented", async () => {
    await using server = await startLiveServer({ "GET /auth/credentials": empty, "GET /auth/sessions": empty });
    const { code, stdout, stderr } = await run(["--upstream", server.url, "--param", "accountId=InternalAccount:9"]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout).toBe(`OPERATION            REQUEST                STATUS  WHERE  PROBLEM
listAuthCredentials  GET /auth/credentials  200            as documented
listAuthSessions     GET /auth/sessions     200            as documented

contract:check: 2 answers, 0 violations
Not called, since they change something: ${changing.map(({ id }) => id).join(", ")}. --operation <id> does.
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
    const args = ["--upstream", server.url, "--operation", "challengeAuthCredential", "--param", "id=a"];
    const { code, stdout } = await run(args);
    expect(code).toBe(1);
    expect(stdout).toMatch(/^listAuthCredentials +GET \/auth\/credentials +200 +body\/data\/0\/id +must be string$/m);
    expect(stdout).toMatch(
      /^listAuthCredentials +GET \/auth\/credentials +200 +body\/data\/0\/nickname +is required$/m,
    );
    expect(stdout).toMatch(/^listAuthSessions +GET \/auth\/sessions +200 +as documented$/m);
    expect(stdout).toMatch(/^challengeAuthCredential +POST \S+ +202 +status +202 is not documented/m);
    expect(stdout).toContain("contract:check: 3 answers, 7 violations\n");
  });

  test("passes the mock, every operation included", async () => {
    await using mock = await startGridMock();
    const missing = operations
      .flatMap(({ parameters }) => parameters)
      .filter(({ required, example }) => required && example === undefined);
    const chosen = [
      ...changing.flatMap(({ id }) => ["--operation", id]),
      ...missing.flatMap(({ name }) => ["--param", `${name}=made`]),
    ];
    const { code, stdout } = await run(["--upstream", mock.url, ...chosen]);
    const calls = operations.map(({ requestBody }) => Math.max(1, requestBody?.examples.size ?? 0));
    const count = calls.reduce((sum, of) => sum + of, 0);
    expect(stdout).toContain(`contract:check: ${count} answers, 0 violations\n`);
    expect(stdout).not.toContain("Not called");
    expect(code).toBe(0);
    expect(mock.requests.flatMap(({ violations }) => violations)).toEqual([]);
  });

  test("reports a server that does not answer in time, or not at all", async () => {
    await using silent = await startLiveServer({});
    const slow = await run(["--upstream", silent.url, "--timeout", "0.2"]);
    expect(slow.stdout).toMatch(/^listAuthSessions +GET \/auth\/sessions +- +answer +none within 0\.2 s$/m);
    expect(slow.code).toBe(1);

    await silent[Symbol.asyncDispose]();
    const gone = await run(["--upstream", silent.url]);
    expect(gone.stdout).toMatch(/ - +answer +none: .*ECONNREFUSED/);
    expect(gone.code).toBe(1);
  });

  test("refuses arguments that make no sense, and sends nothing", async () => {
    await using server = await startLiveServer({});
    const { code, stdout, stderr } = await run(["--upstream", server.url, "--operation", "challenge"]);
    expect(stderr).toMatch(
      /^contract:check: There is no operation challenge\. The fragment has: listAuthCredentials, /,
    );
    expect({ code, stdout, received: server.received }).toEqual({ code: 1, stdout: "", received: [] });
  });
});
