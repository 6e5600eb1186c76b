import { readFileSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { createGridClient } from "@grid-sdk/client";
import { listOperations, readFragment } from "@grid-sdk/openapi";
import { beforeAll, expect, test } from "vitest";
import { type OperationId, startGridEmulator } from "../src/index.ts";
import { demandChallenge, newPublicKey, signedBy, startFlow } from "./support/start-flow.ts";

/** What the rules respond with. A status that a later revision documents follows from no rule until one is written. */
const RULES: Record<string, readonly number[]> = {
  challengeAuthCredential: [200, 400, 401, 404, 429],
  createAuthCredential: [201, 202, 400, 401, 404],
  listAuthCredentials: [200, 400, 401],
  listAuthSessions: [200, 400, 401],
  revokeAuthCredential: [202, 204, 400, 401, 404],
  revokeAuthSession: [202, 204, 400, 401, 404],
  verifyAuthCredential: [200, 400, 401, 404],
};

let directory = "";
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), "emulator-"));
  return () => rm(directory, { recursive: true });
});

test("every documented status that follows from a rule is reached", async () => {
  await using flow = await startFlow({ challengeEveryMs: undefined, otp: "123456" });
  const { grid, emulator, accountId, emailId } = flow;
  const path = { id: emailId };
  const otp = { type: "EMAIL_OTP", otp: "123456", clientPublicKey: await newPublicKey() } as const;
  const unknown = { id: "AuthMethod:1" };
  const header = { "Grid-Wallet-Signature": "e30", "Request-Id": "1" };
  const ignore = (call: Promise<unknown>) => call.catch(() => undefined);
  // A session and a passkey: 200 of challenge and verify, 202 and 201 of create.
  const session = await flow.signIn();
  const { id } = await flow.addPasskey(session);
  const oauth = { type: "OAUTH", accountId, oidcToken: "token" } as const;
  // Refusals.
  await ignore(grid.challengeAuthCredential({ path }));
  await ignore(grid.challengeAuthCredential({ path: unknown }));
  await ignore(grid.verifyAuthCredential({ path, body: otp }));
  await ignore(grid.verifyAuthCredential({ path, body: { ...otp, clientPublicKey: "04" } }));
  await ignore(grid.verifyAuthCredential({ path: unknown, body: otp }));
  await ignore(grid.createAuthCredential({ body: { type: "EMAIL_OTP", accountId } }));
  await ignore(grid.createAuthCredential({ body: oauth }));
  await ignore(grid.createAuthCredential({ body: { ...oauth, accountId: "1" } }));
  for (const account of [accountId, "1"]) {
    await ignore(grid.listAuthCredentials({ query: { accountId: account } }));
    await ignore(grid.listAuthSessions({ query: { accountId: account } }));
  }
  await ignore(grid.revokeAuthCredential({ path: unknown }));
  await ignore(grid.revokeAuthCredential({ path: { id }, header }));
  await ignore(grid.revokeAuthSession({ path: unknown }));
  await ignore(grid.revokeAuthSession({ path: { id: session.id }, header }));
  // Signed changes.
  const asked = demandChallenge(await grid.revokeAuthCredential({ path: { id } }));
  await grid.revokeAuthCredential({ path: { id }, header: await signedBy(session, asked) });
  await ignore(grid.revokeAuthCredential({ path }));
  const ended = demandChallenge(await grid.revokeAuthSession({ path: { id: session.id } }));
  await grid.revokeAuthSession({ path: { id: session.id }, header: await signedBy(session, ended) });
  // Without credentials, and with a placeholder.
  for (const { method, path: template } of listOperations(await readFragment())) {
    await fetch(emulator.url + template, { method });
    await fetch(emulator.url + template, { method, headers: { authorization: `Basic ${btoa("a:b")}` } });
  }
  const reached = new Set(emulator.requests.map(({ operationId, status }) => `${operationId} ${status}`));
  const documented = listOperations(await readFragment()).flatMap(({ id: operationId, responses }) =>
    [...responses.keys()]
      .filter((status) => RULES[operationId]?.includes(status))
      .map((status) => `${operationId} ${status}`),
  );
  expect(documented.length).toBeGreaterThan(20);
  expect(documented.filter((place) => !reached.has(place))).toEqual([]);
});

test("an error that follows from no rule is reached by fail", async () => {
  await using emulator = await startGridEmulator();
  for (const { id, responses, method, path, requestBody } of listOperations(await readFragment())) {
    const [body] = requestBody?.examples.values() ?? [];
    const url = `${emulator.url}${path.replace("{id}", "1")}${method === "GET" ? "?accountId=1" : ""}`;
    const authorization = `Basic ${btoa("a:b")}`;
    const headers = { authorization, ...(body !== undefined && { "content-type": "application/json" }) };
    for (const status of [...responses.keys()].filter((one) => one >= 400 && !RULES[id]?.includes(one))) {
      emulator.fail(id as OperationId, { status } as never);
      const response = await fetch(url, { method, headers, ...(body !== undefined && { body: JSON.stringify(body) }) });
      expect([id, response.status]).toEqual([id, status]);
    }
  }
});

test("a response that would break the fragment is a 500 that says how", async () => {
  const file = fileURLToPath(import.meta.resolve("@grid-sdk/core/openapi.json"));
  const text = readFileSync(file, "utf8");
  const fragment = JSON.parse(text) as { components: { schemas: Record<string, { required: string[] }> } };
  fragment.components.schemas["AuthMethod"]?.required.push("colour");
  const changed = join(directory, "changed.json");
  await writeFile(changed, JSON.stringify(fragment));
  await using emulator = await startGridEmulator({ fragment: changed });
  const { id } = emulator.createAccount({ email: "ada@example.com" });
  const grid = createGridClient(emulator.clientOptions);
  const error = await grid.listAuthCredentials({ query: { accountId: id } }).catch((reason: unknown) => reason);
  expect(error).toMatchObject({ status: 500 });
  expect(emulator.requests.at(-1)?.note).toBe(
    "listAuthCredentials 200 would break the fragment: body/data/0/colour is required.",
  );
});

test("an operation that it has no rules for is a 500 that says so", async () => {
  const file = fileURLToPath(import.meta.resolve("@grid-sdk/core/openapi.json"));
  const fragment = JSON.parse(readFileSync(file, "utf8")) as { paths: Record<string, object> };
  fragment.paths["/wallets"] = { get: { operationId: "listWallets", responses: { 200: { description: "All." } } } };
  const changed = join(directory, "more.json");
  await writeFile(changed, JSON.stringify(fragment));
  await using emulator = await startGridEmulator({ fragment: changed });
  const response = await fetch(`${emulator.url}/wallets`, { headers: { authorization: `Basic ${btoa("a:b")}` } });
  expect([response.status, await response.text()]).toEqual([500, expect.stringContaining("no rules for listWallets")]);
});
