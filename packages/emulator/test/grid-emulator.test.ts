import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { type AddressInfo, createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import { createGridClient } from "@grid-sdk/client";
import { createGridClient as createLatestClient } from "@grid-sdk/client/latest";
import { listOperations, readFragment } from "@grid-sdk/openapi";
import { generateSessionKey, sealOtp } from "@grid-sdk/device";
import { beforeAll, expect, test } from "vitest";
import { sealUncompressed } from "./support/seal-otp.ts";

const command = fileURLToPath(new URL("../dist/grid-emulator.js", import.meta.url));
const run = (...args: string[]) => spawn(process.execPath, [command, ...args]);

let directory = "";
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), "grid-emulator-"));
  return () => rm(directory, { recursive: true });
});

test("prints its URL and what it seeded, each request, and the code of each mail, and ends on a signal", async () => {
  const seed = join(directory, "seed.yaml");
  const id = "AuthMethod:019542f5-b3e7-1d02-0000-000000000001";
  await writeFile(
    seed,
    `accounts:\n  - email: ada@example.com\n    credentials:\n      - { type: EMAIL_OTP, id: "${id}" }\n`,
  );
  const child = run("--port", "0", "--seed", seed, "--otp", "123456");
  const lines = createInterface(child.stdout)[Symbol.asyncIterator]();
  const nextLine = async (): Promise<string> => {
    const { value, done } = await lines.next();
    if (done) throw new Error("it ended");
    return value;
  };
  const printed: string[] = [];
  while (!printed.at(-1)?.startsWith("Ctrl+C")) printed.push(await nextLine());
  const baseUrl = printed.flatMap((line) => /GRID_BASE_URL=(\S+)/.exec(line)?.[1] ?? [])[0];
  expect(printed[0]).toBe(`Serving the Grid auth API of 2026-04-23 on ${baseUrl}`);
  const at = printed.findIndex((line) => /^InternalAccount:\S+ {2}ada@example\.com$/.test(line));
  expect(printed[at + 1]).toBe(`  ${id}  EMAIL_OTP`);
  expect(baseUrl).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
  const grid = createGridClient({ baseUrl, clientId: "a", clientSecret: "b", maxRetries: 0 });
  await grid.challengeAuthCredential({ path: { id } });
  await grid.challengeAuthCredential({ path: { id } }).catch(() => undefined);
  expect(await nextLine()).toBe("");
  expect((await nextLine()).replace(/^\d\d:\d\d:\d\d/, "<time>")).toBe(
    `<time>  200  POST    challengeAuthCredential  /auth/credentials/${encodeURIComponent(id)}/challenge`,
  );
  expect(await nextLine()).toBe("  mailed 123456 to ada@example.com");
  expect(await nextLine()).toMatch(/ {2}429 .* challengeAuthCredential {2}Too many challenges/);
  child.kill("SIGINT");
  await once(child, "exit");
});

/** What needs an earlier step: a session, a challenge, a key, or no credential of that type. */
const NEEDS_STEP = /^(createAuthCredential|verify|.*Session|getDelegated|revokeDelegated)/;

test.each([
  ["2026-04-23", "openapi.json"],
  ["latest", "latest/openapi.json"],
])("without a seed there is an account that the examples of %s are of", async (line, file) => {
  const document = await readFragment(fileURLToPath(import.meta.resolve(`@grid-sdk/core/${file}`)));
  const child = run("--line", line);
  const printed: string[] = [];
  for await (const each of createInterface(child.stdout)) {
    printed.push(each);
    if (each.startsWith("Ctrl+C")) break;
  }
  const [, baseUrl = ""] = /GRID_BASE_URL=(\S+)/.exec(printed.join("\n")) ?? [];
  expect(printed).toContain(`Read and try the API:  ${baseUrl}/`);
  const asked = [];
  for (const { id, method, path, parameters, requestBody } of listOperations(document)) {
    if (NEEDS_STEP.test(id) && id !== "listAuthSessions") continue;
    const url = new URL(baseUrl + path.replaceAll(/\{(\w+)\}/g, (_, name) => String(find(name)?.example)));
    for (const { name, example } of parameters.filter((one) => one.in === "query")) {
      url.searchParams.set(name, String(example));
    }
    const [body] = [...(requestBody?.examples.values() ?? [])];
    const headers = { authorization: `Basic ${btoa("a:b")}`, "content-type": "application/json" };
    const { status } = await fetch(url, { method, headers, ...(body !== undefined && { body: JSON.stringify(body) }) });
    asked.push(`${id} ${status}`);

    function find(name: string) {
      return parameters.find((parameter) => parameter.name === name);
    }
  }
  expect(asked).toEqual([
    "listAuthCredentials 200",
    "revokeAuthCredential 202",
    "challengeAuthCredential 200",
    "listAuthSessions 200",
    ...(line === "latest" ? ["listDelegatedKeys 200", "createDelegatedKey 202"] : []),
  ]);
  child.kill("SIGTERM");
  await once(child, "exit");
});

test("speaks latest: prints its signer, and the code of each SMS", async () => {
  const child = run("--line", "latest", "--otp", "123456", "--challenge-every", "0", "--accept-uncompressed-otp-key");
  const lines = createInterface(child.stdout)[Symbol.asyncIterator]();
  const printed: string[] = [];
  const readUntil = async (isLast: (line: string) => boolean) => {
    for (let line = await lines.next(); !line.done; line = await lines.next()) {
      printed.push(line.value);
      if (isLast(line.value)) return;
    }
    throw new Error(`it ended:\n${printed.join("\n")}`);
  };
  await readUntil((line) => line.startsWith("Ctrl+C"));
  const all = printed.join("\n");
  const [, baseUrl = ""] = /GRID_BASE_URL=(\S+)/.exec(all) ?? [];
  const [, signer = ""] = /^ {2}(04[0-9a-f]{128})$/m.exec(all) ?? [];
  const [, id = ""] = /(AuthMethod:\S+) +SMS_OTP/.exec(all) ?? [];
  const grid = createLatestClient({ baseUrl, clientId: "a", clientSecret: "b", maxRetries: 0 });
  const { data } = await grid.challengeAuthCredential({ path: { id } });
  await readUntil((line) => line.includes("texted"));
  expect(printed.at(-1)).toBe("  texted 123456 to +12025550142");
  const bundle = "otpEncryptionTargetBundle" in data ? String(data.otpEncryptionTargetBundle) : "";
  const uncompressed = {
    type: "SMS_OTP",
    encryptedOtpBundle: await sealUncompressed({ bundle, code: "000000" }),
  } as const;
  await expect(grid.verifyAuthCredential({ path: { id }, body: uncompressed })).rejects.toThrow(/password is wrong/);
  const { publicKey } = await generateSessionKey();
  const encryptedOtpBundle = await sealOtp(bundle, "123456", publicKey, { signer });
  const body = { type: "SMS_OTP", encryptedOtpBundle } as const;
  expect((await grid.verifyAuthCredential({ path: { id }, body })).status).toBe(202);
  expect((await grid.challengeAuthCredential({ path: { id } })).status).toBe(200);
  child.kill("SIGTERM");
  await once(child, "exit");
});

test("goes on when nobody reads what it prints any more", async () => {
  const child = run();
  const url = await new Promise<string>((resolve) => {
    let printed = "";
    child.stdout.on("data", (chunk: Buffer) => {
      printed += String(chunk);
      const [found] = /http:\/\/\S+/.exec(printed) ?? [];
      if (found !== undefined) resolve(found);
    });
  });
  child.stdout.destroy();
  const ask = async () => (await fetch(`${url}/auth/sessions`)).status;
  expect([await ask(), await ask(), await ask()]).toEqual([401, 401, 401]);
  expect(child.exitCode).toBeNull();
  child.kill("SIGTERM");
  await once(child, "exit");
});

test("prints its version, and explains itself", async () => {
  const { version } = JSON.parse(await readFile(new URL("../package.json", import.meta.url), "utf8"));
  const [told, explained] = await Promise.all(["--version", "--help"].map((option) => text(run(option).stdout)));
  expect(told).toBe(`${version}\n`);
  expect(explained).toContain("--seed <path>");
});

test("says which port is in use", async () => {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const child = run("--port", String(port));
  const [stderr, [code]] = await Promise.all([text(child.stderr), once(child, "exit")]);
  expect(stderr).toMatch(/^grid-emulator: port \d+ is in use\. Choose another/);
  expect(code).toBe(1);
  server.close();
});

test.each([
  ["--seed none.yaml", "--seed: none.yaml cannot be read: the file does not exist.", 1],
  ["--seed broken.yaml", "at line 3", 1],
  ["--seed wrong.yaml", "seed/accounts/0/email is required", 1],
  ["--line 2026", "--line must be one of 2026-04-23, latest; got 2026.", 2],
  ["--session-ms soon", "--session-ms must be a whole number, 0 or more; got soon.", 2],
  ["--code-attempts 0 --line latest", "codeAttempts must be a whole number, 1 or more; got 0.", 1],
  ["--keep-older-codes", "--keep-older-codes is for a line with sealed one-time passwords. Add --line latest.", 2],
  ["--sed x", "Unknown option '--sed'", 2],
  ["--port 99999", "--port must be a number from 0 to 65535; got 99999.", 2],
])("refuses %s", async (line, reason, status) => {
  await writeFile(join(directory, "broken.yaml"), "accounts:\n  - [\n");
  await writeFile(join(directory, "wrong.yaml"), "accounts:\n  - { id: 1 }\n");
  const child = spawn(process.execPath, [command, ...line.split(" ")], { cwd: directory });
  const [stderr, [code]] = await Promise.all([text(child.stderr), once(child, "exit")]);
  expect(stderr).toMatch(/^grid-emulator: /);
  expect(stderr).toContain(reason);
  expect(code).toBe(status);
});
