import { inspect } from "node:util";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createGridClient, type GridClient, type GridClientOptions, type GridEvent } from "../src/index.ts";
import { catchError } from "./support/catch-error.ts";
import { listFailures } from "./support/failures.ts";
import { reach } from "./support/reach.ts";
import { type ScriptedServer, startScriptedServer } from "./support/scripted-server.ts";

const clientId = "token-id";
const SECRETS = {
  clientSecret: "MARKED-client-secret",
  signature: "MARKED-signature",
  otp: "MARKED-otp",
  oidcToken: "MARKED-oidc-token",
  clientPublicKey: "MARKED-public-key",
};
const NEEDLES = [...Object.values(SECRETS), btoa(`${clientId}:${SECRETS.clientSecret}`)];

const stack = new AsyncDisposableStack();
const elsewhere = stack.use(await startScriptedServer());
const failures = listFailures(elsewhere.url);
let server: ScriptedServer;

beforeAll(async () => {
  server = stack.use(await startScriptedServer());
});
afterAll(() => stack.disposeAsync());

/** Everything that a log, a crash report or a message to another thread could show of a value. */
function listViews(value: unknown): string[] {
  const views = [
    inspect(value, {
      depth: Infinity,
      showHidden: true,
      getters: true,
      maxStringLength: Infinity,
      maxArrayLength: Infinity,
    }),
    JSON.stringify(value) ?? "",
    String(value),
  ];
  try {
    views.push(inspect(structuredClone(value), { depth: Infinity, showHidden: true }));
  } catch {
    // Functions cannot be cloned, and so a client cannot.
  }
  if (value instanceof Error)
    views.push(value.stack ?? "", ...(value.cause === undefined ? [] : listViews(value.cause)));
  return views;
}

function callAll(grid: GridClient): Promise<unknown>[] {
  const path = { id: "AuthMethod:1" };
  const { signature, otp, oidcToken, clientPublicKey } = SECRETS;
  const header = { "Grid-Wallet-Signature": signature, "Request-Id": "r" };
  const verification = { type: "EMAIL_OTP", otp, clientPublicKey } as const;
  return [
    grid.challengeAuthCredential({ path }),
    grid.verifyAuthCredential({ path, body: verification }),
    grid.createAuthCredential({ body: { type: "OAUTH", accountId: "a", oidcToken }, header }),
    grid.revokeAuthCredential({ path, header }),
    grid.listAuthSessions({ query: { accountId: "a" } }),
    grid.http.POST("/auth/credentials/{id}/verify", { params: { path }, body: verification }),
  ].map((call) => call.catch((error: unknown) => error));
}

test.each(failures)("no secret shows after: $name", async (failure) => {
  const events: GridEvent[] = [];
  const options: GridClientOptions = {
    ...(await reach(failure, server)),
    clientId,
    clientSecret: SECRETS.clientSecret,
    maxRetries: 1,
    onEvent: (event) => events.push(event),
  };
  const grid = createGridClient(options);
  const errors = await Promise.all(callAll(grid));
  expect(errors.filter((error) => error instanceof Error).length).toBeGreaterThanOrEqual(4);
  expect(events.length).toBeGreaterThan(errors.length);
  // A result of grid.http holds what the server said, not what it was asked.
  const shown = [grid, events, ...errors].flatMap(listViews).join("\n");
  for (const needle of NEEDLES) expect(shown).not.toContain(needle);
});

test("no secret shows in a refusal of options or input", async () => {
  const { clientSecret, signature } = SECRETS;
  const good = { clientId, clientSecret };
  const refused: GridClientOptions[] = [
    { clientId: `a:${clientSecret}`, clientSecret },
    { clientId, clientSecret: `${clientSecret}\n` },
    { ...good, baseUrl: `https://user:${clientSecret}@host.example` },
    { ...good, baseUrl: `https://host.example?key=${clientSecret}` },
    { ...good, baseUrl: clientSecret },
    { ...good, headers: { "X-Key": `${signature}\n` } },
  ];
  const errors = await Promise.all(refused.map((options) => catchError((async () => createGridClient(options))())));
  const grid = createGridClient(good);
  errors.push(
    await catchError(
      grid.revokeAuthCredential({ path: { id: "a" }, header: { "Grid-Wallet-Signature": `${signature}\0` } }),
    ),
  );
  const names = errors.map((error) => (error as Error).name);
  expect(names).toEqual([...refused.map(() => "GridConfigError"), "GridInputError"]);
  const shown = errors.flatMap(listViews).join("\n");
  for (const needle of NEEDLES) expect(shown).not.toContain(needle);
});
