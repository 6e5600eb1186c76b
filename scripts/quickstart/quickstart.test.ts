import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { startGridMock } from "@grid-sdk/mock";
import { expect, test } from "vitest";

const script = fileURLToPath(new URL("quickstart.ts", import.meta.url));

function quickstart(args: string[], env: Record<string, string> = {}) {
  return new Promise<{ code: unknown; stdout: string; stderr: string }>((resolve) => {
    execFile(
      process.execPath,
      [script, ...args],
      // What a task of turbo says: the packages are built.
      { env: { PATH: process.env["PATH"], TURBO_HASH: "tests", ...env } },
      (error, stdout, stderr) => resolve({ code: error?.code ?? 0, stdout, stderr }),
    );
  });
}

test("tells a user's story on the emulator, each call with its narrowed answer", async () => {
  const { code, stdout, stderr } = await quickstart([]);
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  const told = stdout.match(/(answer|narrowed) {2}.*/g)?.map((line) => line.replace(/\d{4}-\d\d-\d\dT\S+/, "<time>"));
  expect(
    told?.map((line) => line.replace(/in \d+ s$/, "in <wait>").replace(/by 0[23]\w{14}…|sign [\w-]{32} /, "<random> ")),
  ).toEqual([
    "answer    200 EMAIL_OTP",
    "narrowed  a code is on its way to ada@example.com",
    "answer    200 EMAIL_OTP",
    "narrowed  open until <time> signed for <random> ",
    "answer    200 PASSKEY",
    "narrowed  <random> before <time>",
    "answer    200 PASSKEY",
    "narrowed  signed in by Laptop",
    "answer    202 OAUTH",
    "answer    201 OAUTH",
    "narrowed  registered: OAUTH of ada@example.com",
    "answer    429 RATE_LIMITED",
    "narrowed  try again in <wait>",
    "answer    202 PASSKEY",
    "answer    204",
    "narrowed  revoked (204), and its session with it: 1 is left",
  ]);
});

test("tells the story of latest, and the default offers it", async () => {
  const { stdout: told } = await quickstart([]);
  const [, offered = ""] = /^ {2}npx -y pnpm@12 quickstart (--line \S+)$/m.exec(told) ?? [];
  const { code, stdout, stderr } = await quickstart(offered.split(" "));
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  const lines = stdout.match(/(answer|narrowed|mail|sms) {2,}.*/g) ?? [];
  expect(lines.map((line) => line.replaceAll(/\d{4}-\d\d-\d\dT\S+|\b\d{6}$|[0-9a-f]{16}…|\d+ s$/g, "<…>"))).toEqual([
    "answer    200 EMAIL_OTP",
    "narrowed  a code is on its way to ada@example.com, and a bundle to the device",
    "mail      to ada@example.com: <…>",
    "answer    202 EMAIL_OTP",
    "answer    200 EMAIL_OTP",
    "narrowed  open until <…> signed for by <…>",
    "answer    200 PASSKEY",
    "narrowed  sign <…> before <…>",
    "answer    200 PASSKEY",
    "narrowed  signed in by Laptop",
    "answer    202",
    "answer    201 PASSKEY",
    "narrowed  open until <…>",
    "answer    202 SMS_OTP",
    "answer    201 SMS_OTP",
    "sms       to +12025550142: <…>",
    "narrowed  registered: SMS_OTP of +12025550142",
    "answer    429 RATE_LIMITED",
    "narrowed  try again in <…>",
    "answer    202 PASSKEY",
    "answer    204",
    "narrowed  revoked (204), and its sessions with it: 1 is left",
  ]);
});

test("refuses a line that there is not", async () => {
  const { code, stderr } = await quickstart(["--line", "2026"]);
  expect(code).toBe(2);
  expect(stderr).toContain("--line must be one of 2026-04-23, latest, got 2026.");
});

test("makes the same call live, with what the environment says", async () => {
  await using mock = await startGridMock();
  const env = { GRID_CLIENT_ID: "id", GRID_CLIENT_SECRET: "secret", GRID_BASE_URL: mock.url };
  const { code, stdout } = await quickstart(["--live", "AuthMethod:1"], env);
  expect(code).toBe(0);
  expect(stdout).toContain("request   POST /auth/credentials/AuthMethod:1/challenge");
  expect(stdout).toContain("answer    200 EMAIL_OTP");
  const latest = await quickstart(["--line", "latest", "--live", "AuthMethod:1"], env);
  expect([latest.code, latest.stdout]).toEqual([0, expect.stringContaining("answer    200 EMAIL_OTP")]);
});

test("says how to set the credentials that live calls need", async () => {
  const { code, stderr } = await quickstart(["--live", "AuthMethod:1"]);
  expect(code).toBe(1);
  expect(stderr).toContain(
    "GridConfigError: clientId is missing: pass createGridClient({ clientId }) or set GRID_CLIENT_ID.",
  );
});
