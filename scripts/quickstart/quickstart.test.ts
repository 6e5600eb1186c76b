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
      { env: { PATH: process.env["PATH"], ...env } },
      (error, stdout, stderr) => resolve({ code: error?.code ?? 0, stdout, stderr }),
    );
  });
}

test("challenges a credential of each type and is rate limited once", async () => {
  const { code, stdout } = await quickstart([]);
  expect(code).toBe(0);
  const narrowed = stdout.match(/narrowed {2}.*/g)?.map((line) => line.replace(/\d{4}-\d\d-\d\dT\S+/, "<time>"));
  expect(narrowed).toEqual([
    "narrowed  a code is on its way to example@lightspark.com",
    "narrowed  sign in again as example@lightspark.com",
    "narrowed  sign VjZ6o8KfE9V3q3LkR2nH5eZ6dM8yA1xW before <time>",
    "narrowed  try again in 30 s",
  ]);
});

test("makes the same call live, with what the environment says", async () => {
  await using mock = await startGridMock();
  const env = { GRID_CLIENT_ID: "id", GRID_CLIENT_SECRET: "secret", GRID_BASE_URL: mock.url };
  const { code, stdout } = await quickstart(["--live", "AuthMethod:1"], env);
  expect(code).toBe(0);
  expect(stdout).toContain("request   POST /auth/credentials/AuthMethod:1/challenge");
  expect(stdout).toContain("answer    200 EMAIL_OTP");
});

test("says how to set the credentials that live calls need", async () => {
  const { code, stderr } = await quickstart(["--live", "AuthMethod:1"]);
  expect(code).toBe(1);
  expect(stderr).toContain(
    "GridConfigError: clientId is missing: pass createGridClient({ clientId }) or set GRID_CLIENT_ID.",
  );
});
