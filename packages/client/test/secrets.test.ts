import { inspect } from "node:util";
import { describe, expect, test } from "vitest";
import {
  createGridClient,
  type GridApiError,
  type GridClient,
  type GridClientOptions,
  type GridEvent,
} from "../src/index.ts";
import { catchError } from "./support/catch-error.ts";
import { listFailures } from "./support/failures.ts";
import { reach } from "./support/reach.ts";
import { type Behaviour, serveScript } from "./support/scripted-server.ts";

const clientId = "token-id";
const SECRETS = {
  clientSecret: "MARKED-client-secret",
  signature: "MARKED-signature",
  otp: "MARKED-otp",
  oidcToken: "MARKED-oidc-token",
  clientPublicKey: "MARKED-public-key",
};
const NEEDLES = [...Object.values(SECRETS), btoa(`${clientId}:${SECRETS.clientSecret}`)];

const elsewhere = await serveScript();
const failures = listFailures(elsewhere.url);
const server = await serveScript();

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
    // Functions cannot be cloned, so a client cannot either.
  }
  if (value instanceof Error)
    views.push(value.stack ?? "", ...(value.cause === undefined ? [] : listViews(value.cause)));
  return views;
}

function callAll(grid: GridClient): Promise<unknown>[] {
  const path = { id: "AuthMethod:1" };
  const { signature, otp, oidcToken, clientPublicKey } = SECRETS;
  const header = { "Grid-Wallet-Signature": signature, "Request-Id": "r" };
  // The API decides what the body of a verification must contain: here any body with these secrets works.
  const verification = { type: "EMAIL_OTP", otp, clientPublicKey } as never;
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
  // A result of grid.http has the response, not the request.
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

describe("a gateway that repeats the request", () => {
  /** In the status line, headers and body: as they came, decoded, and with escapes. */
  const repeat =
    (status: number, close = true): Behaviour =>
    (socket) => {
      const { authorization: sent = "", "grid-wallet-signature": signature = "" } =
        server.requests.at(-1)?.headers ?? {};
      const decoded = Buffer.from(sent.slice("Basic ".length), "base64").toString();
      const escaped = JSON.stringify([sent, decoded]).replaceAll("/", "\\/").replaceAll("=", "\\u003d");
      const body = `{"type":"OAUTH","nickname":"${sent}","code":"${decoded}","message":"Bad credentials ${sent}","details":{"${sent}":${escaped},"sent":"${signature}"}}`;
      const told = {
        "X-Request-Id": sent,
        "X-Decoded": decoded,
        Location: `/?a=${encodeURIComponent(sent)}`,
        "X-Sig": signature,
      };
      const lines = Object.entries({ ...told, "Content-Length": String(body.length) }).map((pair) => pair.join(": "));
      socket.write(
        [`HTTP/1.1 ${status} ${decoded}`, ...lines, ...(close ? ["Connection: close"] : []), "", body].join("\r\n"),
      );
      if (close) socket.end();
    };
  const options = { clientId, clientSecret: SECRETS.clientSecret, maxRetries: 0 };

  test.each([200, 226, 307, 400, 401, 429, 500])("shows no secret: %i", async (status) => {
    server.script(repeat(status));
    const events: GridEvent[] = [];
    const middleware = [{ onResponse: ({ response }: { response: Response }) => void seen.push(response) }];
    const seen: unknown[] = [];
    const grid = createGridClient({
      ...options,
      baseUrl: server.url,
      middleware,
      onEvent: (event) => events.push(event),
    });
    const results = await Promise.all([
      ...callAll(grid),
      ...(["json", "text", "stream"] as const).map((parseAs) =>
        grid.http.POST("/auth/credentials/{id}/challenge", { params: { path: { id: "a" } }, parseAs }).then(
          ({ data, error, response }) => [data, error, response, response.statusText, [...response.headers]],
          (error: unknown) => error,
        ),
      ),
    ]);
    const headers = [...results, ...seen].map((result) => Object(result) as { headers?: Headers });
    const shown = [results, events, seen, headers.map((result) => Array.from(result.headers ?? []))].flatMap(listViews);
    const all = [...shown, ...results.flatMap(listViews)].join("\n");
    expect(all).toContain("***");
    for (const needle of NEEDLES) expect(all).not.toContain(needle);
  });

  test("is masked in what the caller reads, and nothing else is changed", async () => {
    server.script(repeat(400));
    const grid = createGridClient({ ...options, baseUrl: server.url });
    const error = await catchError(grid.challengeAuthCredential({ path: { id: "a" } }));
    expect(error).toMatchObject({
      code: `${clientId}:***`,
      serverMessage: "Bad credentials Basic ***",
      details: { "Basic ***": ["Basic ***", `${clientId}:***`], sent: "" },
      requestId: "Basic ***",
    });
    expect((error as GridApiError).headers.get("x-decoded")).toBe(`${clientId}:***`);
  });
});
