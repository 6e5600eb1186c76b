import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, test } from "vitest";

const command = fileURLToPath(new URL("../dist/grid-emulator.js", import.meta.url));
const authorization = `Basic ${btoa("a:b")}`;

/** Starts the command, and gives its URL and all that it printed before it served. */
async function start(...args: string[]) {
  const child = spawn(process.execPath, [command, ...args]);
  const printed: string[] = [];
  for await (const line of createInterface(child.stdout)) {
    printed.push(line);
    if (line.startsWith("Ctrl+C")) break;
  }
  const text = printed.join("\n");
  const stop = async () => {
    child.kill("SIGTERM");
    await once(child, "exit");
  };
  return { url: /http:\/\/127\.0\.0\.1:\d+/.exec(text)?.[0] ?? "", text, stop };
}

interface Answer {
  readonly status: number;
  readonly body: Record<string, unknown>;
}

describe("grid-emulator --control", () => {
  let url = "";
  beforeAll(async () => {
    const started = await start("--control", "--line", "latest");
    ({ url } = started);
    return started.stop;
  });

  const send = async (line: string, body?: unknown, headers: Record<string, string> = {}): Promise<Answer> => {
    const [method = "", path = ""] = line.split(" ");
    const text = typeof body === "string" ? body : JSON.stringify(body);
    const response = await fetch(url + path, { method, headers, ...(body !== undefined && { body: text }) });
    const answer = await response.text();
    return { status: response.status, body: answer === "" ? {} : JSON.parse(answer) };
  };

  test("does over HTTP what the methods do", async () => {
    const account = { email: "ada@example.com", phoneNumber: "+12025550142", credentials: [{ type: "SMS_OTP" }] };
    const { status, body } = await send("POST /__grid/accounts", account);
    expect([status, body]).toMatchObject([201, { email: "ada@example.com", credentials: [{ type: "SMS_OTP" }] }]);
    const [{ id }] = body["credentials"] as unknown as [{ id: string }];
    const challenge = () => send(`POST /auth/credentials/${id}/challenge`, undefined, { authorization });
    expect((await challenge()).status).toBe(200);
    expect((await challenge()).status).toBe(429);
    const advanced = await send("POST /__grid/advance", { ms: 30_000 });
    expect(advanced).toMatchObject({ status: 200, body: { now: expect.stringMatching(/^\d{4}-/) } });
    expect((await challenge()).status).toBe(200);
    const outbox = await send("GET /__grid/outbox");
    expect(outbox.body).toMatchObject({ outbox: [], texts: [{ to: "+12025550142" }, { credential: id }] });
    expect((await send("GET /__grid/otp-signer")).body).toEqual({
      otpSigner: expect.stringMatching(/^04[0-9a-f]{128}$/),
    });
    const { token } = (await send("POST /__grid/token", { sub: "ada" })).body as { token: string };
    expect(token.split(".")).toHaveLength(3);
    const failure = { status: 500 };
    expect((await send("POST /__grid/fail", { operationId: "listAuthSessions", failure })).status).toBe(204);
    expect((await send("GET /auth/sessions?accountId=a", undefined, { authorization })).status).toBe(500);
    expect((await send("POST /__grid/reset")).status).toBe(204);
    const { accounts } = (await send("GET /__grid/accounts")).body as { accounts: { email: string }[] };
    expect(accounts.map(({ email }) => email)).toEqual(["user@example.com"]);
    expect((await send("GET /__grid/outbox")).body).toEqual({ outbox: [], texts: [] });
  });

  test.each<[line: string, body: unknown, status: number, message: RegExp]>([
    ["POST /__grid/advance", { ms: -1 }, 400, /0 or more; got -1/],
    ["POST /__grid/advance", undefined, 400, /got undefined/],
    ["POST /__grid/accounts", { mail: "a" }, 400, /account\/email is required/],
    ["POST /__grid/token", { sub: 5 }, 400, /sub/],
    ["POST /__grid/fail", { operationId: "none", failure: {} }, 400, /no operation "none"/],
    ["POST /__grid/fail", { operationId: "listAuthSessions" }, 400, /listAuthSessions/],
    [
      "POST /__grid/fail",
      { operationId: "listAuthSessions", failure: { networkError: "refused" } },
      400,
      /reset would be refused/,
    ],
    ["POST /__grid/advance", { ms: 1, seconds: 2 }, 400, /POST \/__grid\/advance accepts "ms"; got "seconds"\./],
    ["POST /__grid/reset", { hard: true, a: 1 }, 400, /accepts no fields; got "hard", "a"\./],
    ["POST /__grid/fail", { operation: "a", failure: {} }, 400, /accepts "operationId", "failure"; got "operation"\./],
    ["POST /__grid/fail", { operationId: "listAuthSessions", failure: [] }, 400, /got an empty list/],
    ["POST /__grid/fail", { operationId: "listAuthSessions", failure: { status: 500, tims: 2 } }, 400, /"tims":2/],
    [
      "POST /__grid/accounts",
      { email: "a@b", phone: "+12025550142" },
      400,
      /account\/phone is not allowed\. An account is \{ email, id, phoneNumber, cards, credentials \}\./,
    ],
    ["POST /__grid/advance", "{", 400, /not valid JSON/],
    ["POST /__grid/advance", "[]", 400, /must be a JSON object/],
    ["POST /__grid/nothing", {}, 404, /There is no such route\. \/__grid\/ has: reset, advance/],
    ["POST /__grid/constructor", {}, 404, /has: reset/],
    ["DELETE /__grid/reset", undefined, 405, /accepts POST; got DELETE/],
  ])("%s with %j is %i", async (line, body, status, message) => {
    const answer = await send(line, body);
    expect([answer.status, answer.body["message"]]).toEqual([status, expect.stringMatching(message)]);
  });

  test("is not for pages", async () => {
    for (const origin of ["https://eve.example", "null", url]) {
      expect((await send("POST /__grid/reset", undefined, { origin })).status).toBe(403);
    }
  });
});

test("without --control there are no such routes, and with --host it warns", async () => {
  const plain = await start();
  const response = await fetch(`${plain.url}/__grid/reset`, { method: "POST", headers: { authorization } });
  expect([response.status, plain.text.includes("__grid")]).toEqual([404, false]);
  await plain.stop();
  const shared = await start("--control", "--host", "0.0.0.0");
  expect(shared.text).toContain("Warning: anyone who can reach this address can control it.");
  expect((await fetch(`${shared.url}/__grid/reset`, { method: "POST" })).status).toBe(204);
  await shared.stop();
});
