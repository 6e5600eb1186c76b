import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import type * as Emulator from "@grid-sdk/emulator";
import { describe, expect, test } from "vitest";

const script = fileURLToPath(new URL("quickstart.ts", import.meta.url));

function quickstart(args: string[], env: Record<string, string> = {}) {
  return new Promise<{ code: unknown; stdout: string; stderr: string }>((resolve) => {
    execFile(
      process.execPath,
      [script, ...args],
      // As in a task of turbo: the packages are built.
      { env: { PATH: process.env["PATH"], TURBO_HASH: "tests", ...env } },
      (error, stdout, stderr) => resolve({ code: error?.code ?? 0, stdout, stderr }),
    );
  });
}

test("shows a user's story on the emulator, each call with its narrowed response", async () => {
  const { code, stdout, stderr } = await quickstart([]);
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  const shown = stdout
    .match(/(response|narrowed) {2}.*/g)
    ?.map((line) => line.replace(/\d{4}-\d\d-\d\dT\S+/, "<time>"));
  expect(
    shown?.map((line) =>
      line.replace(/in \d+ s$/, "in <wait>").replace(/by 0[23]\w{14}…|sign [\w-]{16}… /, "<random> "),
    ),
  ).toEqual([
    "response  200 EMAIL_OTP",
    "narrowed  a code is on its way to ada@example.com",
    "response  200 EMAIL_OTP",
    "narrowed  open until <time> signed for <random> ",
    "response  200 PASSKEY",
    "narrowed  <random> before <time>",
    "response  200 PASSKEY",
    "narrowed  signed in by Laptop",
    "response  202 OAUTH",
    "response  201 OAUTH",
    "narrowed  registered: OAUTH of ada@example.com",
    "response  429 RATE_LIMITED",
    "narrowed  try again in <wait>",
    "response  202 PASSKEY",
    "response  204",
    "narrowed  revoked (204), and its session with it: 1 is left",
  ]);
});

test("shows the story of latest, and the default line offers it", async () => {
  const { stdout: shown } = await quickstart([]);
  const [, offered = ""] = /^ {2}npx -y pnpm@12 quickstart (--line \S+)$/m.exec(shown) ?? [];
  const { code, stdout, stderr } = await quickstart(offered.split(" "));
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  const lines = stdout.match(/(response|narrowed|mail|sms) {2,}.*/g) ?? [];
  expect(lines.map((line) => line.replaceAll(/\d{4}-\d\d-\d\dT\S+|\b\d{6}$|[0-9a-f]{16}…|\d+ s$/g, "<…>"))).toEqual([
    "response  200 EMAIL_OTP",
    "narrowed  a code is on its way to ada@example.com, and a bundle to the device",
    "mail      to ada@example.com: <…>",
    "response  202 EMAIL_OTP",
    "response  200 EMAIL_OTP",
    "narrowed  open until <…> signed for by <…>",
    "response  200 PASSKEY",
    "narrowed  sign <…> before <…>",
    "response  200 PASSKEY",
    "narrowed  signed in by Laptop",
    "response  202",
    "response  201 PASSKEY",
    "narrowed  open until <…>",
    "response  202 SMS_OTP",
    "response  201 SMS_OTP",
    "sms       to +12025550142: <…>",
    "narrowed  registered: SMS_OTP of +12025550142",
    "response  429 RATE_LIMITED",
    "narrowed  try again in <…>",
    "response  202 PASSKEY",
    "response  204",
    "narrowed  revoked (204), and its sessions with it: 1 is left",
  ]);
});

test("refuses a line that does not exist", async () => {
  const { code, stderr } = await quickstart(["--line", "2026"]);
  expect(code).toBe(2);
  expect(stderr).toContain("--line must be one of 2026-04-23, latest, got 2026.");
});

describe.each([
  ["2026-04-23", "@grid-sdk/emulator"],
  ["latest", "@grid-sdk/emulator/latest"],
])("--live --line %s", (line, emulatorOfLine) => {
  /** Calls an emulator as if it were the API. */
  async function callLive(
    choose: (account: { id: string; credentials: readonly { id: string }[] }) => string,
    types: string[],
  ) {
    const { startGridEmulator } = (await import(emulatorOfLine)) as typeof Emulator;
    await using emulator = await startGridEmulator();
    const { credentialId, publicKey, rpId } = emulator.passkey({ origin: "https://example.com" });
    const passkey = { type: "PASSKEY", nickname: "Laptop", credentialId, publicKey, rpId } as const;
    const seeds = [{ type: "OAUTH", sub: "ada" } as const, { type: "EMAIL_OTP" } as const, passkey];
    const credentials = seeds.filter(({ type }) => types.includes(type));
    const account = emulator.createAccount({ email: "ada@example.com", credentials });
    const env = { GRID_CLIENT_ID: "id", GRID_CLIENT_SECRET: "secret", GRID_BASE_URL: emulator.url };
    const { stdout, ...rest } = await quickstart(["--line", line, "--live", choose(account)], env);
    const [calls = "", summary = ""] = stdout.split("\nSummary\n");
    return {
      ...rest,
      calls: calls.match(/(?:request|response) .*/g)?.map((call) => call.replace(/\w+:[\w-]+…?/g, "<id>")),
      summary,
    };
  }

  test("reads an account, challenges its passkey, and sums up", async () => {
    const { calls, summary, ...rest } = await callLive(({ id }) => id, ["OAUTH", "EMAIL_OTP", "PASSKEY"]);
    expect(rest).toEqual({ code: 0, stderr: "" });
    expect(calls).toEqual([
      "request   GET /auth/credentials",
      "response  200",
      "request   POST /auth/credentials/<id>/challenge",
      "response  200 PASSKEY",
    ]);
    expect(summary).toMatch(
      /^ {2}read {6}the account's credentials: OAUTH, EMAIL_OTP, PASSKEY\n {2}challenge the passkey Laptop has to sign before \S+Z\n$/,
    );
  });

  test("challenges an address where there is no passkey, and a credential by its id", async () => {
    const sent = "  challenge a code is on its way to ada@example.com\n";
    const ofAccount = await callLive(({ id }) => id, ["OAUTH", "EMAIL_OTP"]);
    expect(ofAccount.summary).toBe(`  read      the account's credentials: OAUTH, EMAIL_OTP\n${sent}`);
    const ofCredential = await callLive(({ credentials }) => String(credentials[0]?.id), ["EMAIL_OTP"]);
    expect(ofCredential).toEqual({
      code: 0,
      stderr: "",
      calls: ["request   POST /auth/credentials/<id>/challenge", "response  200 EMAIL_OTP"],
      summary: sent,
    });
  });

  test("says which step failed, and which was not made", async () => {
    const none = await callLive(({ id }) => id, ["OAUTH"]);
    expect([none.code, none.summary]).toEqual([
      1,
      expect.stringContaining("challenge not made: no credential is known"),
    ]);
    const unreadable = await callLive(() => "InternalAccount:1", ["OAUTH"]);
    expect(unreadable).toMatchObject({
      code: 1,
      stderr: expect.stringMatching(/^ {2}read failed: GridApiError: .* 400 /),
    });
    expect(unreadable.summary).toMatch(/^ {2}read {6}failed\n {2}challenge not made: /);
    const unknown = await callLive(() => "AuthMethod:019542f5-b3e7-1d02-0000-000000000001", []);
    expect(unknown).toMatchObject({ code: 1, summary: "  challenge failed\n", stderr: expect.stringContaining("404") });
  });
});

test("says how to set the credentials that live calls need", async () => {
  const { code, stderr } = await quickstart(["--live", "AuthMethod:1"]);
  expect(code).toBe(1);
  expect(stderr).toContain(
    "GridConfigError: clientId is missing: pass createGridClient({ clientId }) or set GRID_CLIENT_ID.",
  );
});
