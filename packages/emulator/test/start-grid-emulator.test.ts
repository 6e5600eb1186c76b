import { createLocalJWKSet, jwtVerify } from "jose";
import { createGridClient } from "@grid-sdk/client";
import { describe, expect, test } from "vitest";
import { type GridEmulatorOptions, type Seed, startGridEmulator } from "../src/index.ts";
import { findLine } from "../src/lines/find-line.ts";
import { startEmulator } from "../src/start-emulator.ts";
import { type GridEmulatorOptions as LatestOptions, startGridEmulator as startLatestEmulator } from "../src/latest.ts";
import { startFlow } from "./support/start-flow.ts";

const ACCOUNT = "InternalAccount:019542f5-b3e7-1d02-0000-000000000002";
const CREDENTIAL = "AuthMethod:019542f5-b3e7-1d02-0000-000000000001";

describe("a seed", () => {
  test("has accounts with the credentials and the ids that it says", async () => {
    const seed: Seed = {
      accounts: [
        { id: ACCOUNT, email: "ada@example.com", credentials: [{ type: "EMAIL_OTP", id: CREDENTIAL }] },
        { email: "bob@example.com", credentials: [{ type: "OAUTH", sub: "bob", nickname: "Bob" }] },
        { email: "eve@example.com" },
      ],
    };
    await using emulator = await startGridEmulator({ seed });
    expect(emulator.credentials(ACCOUNT)).toMatchObject([
      { id: CREDENTIAL, type: "EMAIL_OTP", nickname: "ada@example.com" },
    ]);
    const rows = emulator.accounts.map(({ email, credentials }) => [email, ...credentials.map(({ type }) => type)]);
    expect(rows).toEqual([
      ["ada@example.com", "EMAIL_OTP"],
      ["bob@example.com", "OAUTH"],
      ["eve@example.com", "EMAIL_OTP"],
    ]);
    expect(emulator.outbox).toEqual([]);
  });

  test.each<[what: string, seed: unknown, message: RegExp]>([
    [
      "no address",
      { accounts: [{}] },
      /seed\/accounts\/0\/email is required\. A seed is \{ accounts: \[\{ email, id, /,
    ],
    ["no address of mail", { accounts: [{ email: "ada" }] }, /seed\/accounts\/0\/email must match pattern/],
    ["another id", { accounts: [{ id: "1", email: "a@b" }] }, /seed\/accounts\/0\/id must match pattern/],
    [
      "an unknown type",
      { accounts: [{ email: "a@b", credentials: [{ type: "SMS" }] }] },
      /must be one of EMAIL_OTP, OAUTH, PASSKEY/,
    ],
    [
      "a field of another type",
      { accounts: [{ email: "a@b", credentials: [{ type: "EMAIL_OTP", sub: "1" }] }] },
      /credentials\/0\/sub is not/,
    ],
    ["an unknown field", { account: [] }, /seed\/account is not allowed/],
    [
      "an id twice",
      {
        accounts: [
          { id: ACCOUNT, email: "a@b" },
          { id: ACCOUNT, email: "c@d" },
        ],
      },
      /An account InternalAccount:\S+ already exists/,
    ],
    [
      "two addresses",
      { accounts: [{ email: "a@b", credentials: [{ type: "EMAIL_OTP" }, { type: "EMAIL_OTP" }] }] },
      /a@b: An EMAIL_OTP credential already exists/,
    ],
    ["a text", "accounts", /seed must be object/],
  ])("with %s is refused, and nothing listens", async (_, seed, message) => {
    await expect(startGridEmulator({ seed: seed as Seed })).rejects.toThrow(message);
  });
});

describe("createAccount", () => {
  test("adds nothing that cannot be", async () => {
    await using emulator = await startGridEmulator();
    const credentials = [{ type: "EMAIL_OTP", id: CREDENTIAL }, { type: "EMAIL_OTP" }] as const;
    expect(() => emulator.createAccount({ email: "ada@example.com", credentials })).toThrow(/already exists/);
    expect(() => emulator.createAccount({ email: "" })).toThrow(/account\/email must match pattern/);
    expect(emulator.accounts).toEqual([]);
    expect(
      emulator.createAccount({ email: "ada@example.com", credentials: credentials.slice(0, 1) }).credentials,
    ).toHaveLength(1);
    expect(() => emulator.createAccount({ email: "bob@example.com", credentials: credentials.slice(0, 1) })).toThrow(
      /A credential AuthMethod:\S+ already exists/,
    );
  });
});

describe("an option", () => {
  test.each<[GridEmulatorOptions, RegExp]>([
    [{ port: "4020" as never }, /port must be a whole number from 0 to 65535; got "4020"/],
    [{ port: 70_000 }, /port must be a whole number from 0 to 65535; got 70000/],
    [{ host: "" }, /host must be a string that is not empty; got ""/],
    [{ allowHosts: "emulator" as never }, /allowHosts must be a list of strings; got "emulator"/],
    [{ onRequest: [] as never }, /onRequest must be a function; got \[\]/],
    [{ now: Date.now() as never }, /now must be a function; got \d+/],
    [{ rpId: "example.com" } as object, /rpId is not an option. The options are port, host, .*, origins, rpIds.$/],
    [{ codeAttempts: 3 } as object, /codeAttempts is not an option/],
    [{ sessionMs: -1 }, /sessionMs must be a number of milliseconds, from 0 to a hundred years; got -1/],
    [{ challengeMs: Number.NaN }, /challengeMs must be a number of milliseconds/],
    [{ challengeEveryMs: "1" as never }, /challengeEveryMs must be a number of milliseconds, .*; got "1"/],
    [{ sessionMs: 1e300 }, /sessionMs must be .* to a hundred years; got 1e\+300/],
    [{ publicUrl: "emulator:4020" }, /publicUrl must be an http or https URL/],
    [{ otp: "" }, /otp must be a string or a function/],
    [{ origins: "https://example.com" as never }, /origins must be a list of strings/],
    [{ fragment: "none.yaml" }, /ENOENT/],
  ])("%j is refused", async (options, message) => {
    await expect(startGridEmulator(options)).rejects.toThrow(message);
  });

  test("undefined is not set", async () => {
    await using emulator = await startGridEmulator({
      port: undefined,
      codeAttempts: undefined,
      // What `--allow-host` makes of an empty variable.
      allowHosts: [""],
    } as object);
    expect(emulator.url).toMatch(/^http:/);
  });

  test.each([null, "accounts", 5])("%j instead of the options is refused", async (options) => {
    await expect(startGridEmulator(options as never)).rejects.toThrow("The options must be an object; got");
  });
});

describe("an option of latest", () => {
  test.each<[LatestOptions, RegExp]>([
    [{ codeAttempts: 0 }, /codeAttempts must be a whole number, 1 or more; got 0/],
    [{ codeAttempts: 1.5 }, /codeAttempts must be a whole number/],
    [{ keepOlderCodes: "yes" as never }, /keepOlderCodes must be true or false; got "yes"/],
    [{ seed: { accounts: [{ email: "a@b", phoneNumber: "0123" }] } }, /phoneNumber must match pattern/],
    [
      { seed: { accounts: [{ email: "a@b", credentials: [{ type: "SMS_OTP" }] }] } },
      /a@b: The customer has no phone number/,
    ],
  ])("%j is refused", async (options, message) => {
    await expect(startLatestEmulator(options)).rejects.toThrow(message);
  });

  test("the default line knows no phone number", async () => {
    const seed: object = { accounts: [{ email: "a@b", phoneNumber: "+12025550142" }] };
    await expect(startGridEmulator({ seed })).rejects.toThrow(/phoneNumber is not allowed/);
  });
});

describe("the clock", () => {
  test("is what a response says of the time, and goes one way", async () => {
    const now = Date.parse("2026-04-08T15:30:01Z");
    await using flow = await startFlow({ now: () => new Date(now) });
    flow.emulator.advance(60_000);
    const { headers } = await flow.grid.listAuthSessions({ query: { accountId: flow.accountId } });
    expect(headers.get("date")).toBe("Wed, 08 Apr 2026 15:31:01 GMT");
    expect(() => flow.emulator.advance(-1)).toThrow(/0 or more; got -1/);
    expect(() => flow.emulator.advance(8.64e15)).toThrow(/year 9000/);
    expect((await flow.grid.challengeAuthCredential({ path: { id: flow.emailId } })).status).toBe(200);
  });

  test.each<[what: string, path: string, init: RequestInit, status: number]>([
    ["a preflight", "/auth/sessions", { method: "OPTIONS", headers: { "Access-Control-Request-Method": "GET" } }, 204],
    ["a control route", "/__grid/accounts", {}, 200],
    ["a refused control route", "/__grid/nothing", {}, 404],
    ["a look whether it is up", "/__grid/health", {}, 200],
    ["a page", "/", { headers: { Accept: "text/html" } }, 200],
    ["a body that is too long", "/auth/credentials", { method: "POST", body: " ".repeat(5_000_000) }, 413],
    ["a request without credentials", "/auth/sessions", {}, 401],
  ])("is what the response to %s says of the time", async (_, path, init, status) => {
    const now = () => Date.parse("2026-04-08T15:30:01Z");
    const { emulator } = await startEmulator(findLine("2026-04-23"), { now }, { isControlled: true });
    await using running = emulator;
    running.advance(60_000);
    const response = await fetch(running.url + path, init);
    expect([response.status, response.headers.get("date")]).toEqual([status, "Wed, 08 Apr 2026 15:31:01 GMT"]);
  });
});

describe("reset", () => {
  test("goes back to the seed", async () => {
    await using emulator = await startGridEmulator({ seed: { accounts: [{ email: "ada@example.com" }] } });
    const before = emulator.accounts.map(({ id, credentials }) => [id, credentials[0]?.id]);
    const grid = createGridClient(emulator.clientOptions);
    emulator.createAccount({ email: "bob@example.com" });
    emulator.advance(1_000_000);
    emulator.fail("listAuthSessions", { status: 500 });
    await grid.challengeAuthCredential({ path: { id: String(before[0]?.[1]) } });
    emulator.reset();
    expect(emulator.accounts.map(({ id, credentials }) => [id, credentials[0]?.id])).toEqual(before);
    expect([emulator.outbox, emulator.requests]).toEqual([[], []]);
    const { headers } = await grid.listAuthSessions({ query: { accountId: ACCOUNT } });
    expect(Math.abs(Date.parse(headers.get("date") ?? "") - Date.now())).toBeLessThan(600_000);
    expect((await grid.challengeAuthCredential({ path: { id: String(before[0]?.[1]) } })).status).toBe(200);
  });
});

test("what a reset finds under way stays in the life before", async () => {
  let goOn = () => {};
  const waiting = new Promise<void>((resolve) => (goOn = resolve));
  await using emulator = await startGridEmulator({
    seed: {
      accounts: [{ id: ACCOUNT, email: "ada@example.com", credentials: [{ type: "EMAIL_OTP", id: CREDENTIAL }] }],
    },
  });
  const grid = createGridClient(emulator.clientOptions);
  emulator.fail("challengeAuthCredential", async () => {
    await waiting;
    return undefined;
  });
  const call = grid.challengeAuthCredential({ path: { id: CREDENTIAL } });
  // Until it has been received.
  await grid.listAuthSessions({ query: { accountId: ACCOUNT } });
  const { requests } = emulator;
  emulator.reset();
  goOn();
  await call;
  expect([emulator.outbox, requests]).toEqual([[], []]);
});

test("two emulators share nothing", async () => {
  await using one = await startFlow();
  await using two = await startFlow();
  await one.signIn();
  expect(two.emulator.outbox).toEqual([]);
  expect(two.emulator.sessions(one.accountId)).toEqual([]);
  const call = two.grid.challengeAuthCredential({ path: { id: one.emailId } });
  await expect(call).rejects.toMatchObject({ code: "REFERENCE_NOT_FOUND" });
});

test("it is called with each request before its response, and what it throws is a 500", async () => {
  const seen: unknown[] = [];
  await using flow = await startFlow({ onRequest: ({ operationId, status }) => void seen.push([operationId, status]) });
  await flow.signIn();
  expect(seen).toEqual([
    ["challengeAuthCredential", 200],
    ["verifyAuthCredential", 200],
  ]);
  await using broken = await startFlow({ onRequest: () => Promise.reject(new Error("the log is full")) });
  await expect(broken.signIn()).rejects.toMatchObject({
    status: 500,
    body: expect.stringContaining("the log is full"),
  });
});

test("what it received holds no API secret", async () => {
  await using flow = await startFlow();
  await flow.signIn();
  expect(flow.emulator.requests.map(({ headers }) => headers["authorization"])).toEqual([
    "Basic emulator:***",
    "Basic emulator:***",
  ]);
});

test.each([{ sub: 5 }, { sub: "" }, {}, { sub: "a", aud: ["b"] }, { sub: "a", iat: "now" }, { sub: "a", exp: 1.5 }])(
  "no token is made of the claims %j",
  async (claims) => {
    await using emulator = await startGridEmulator();
    expect(() => emulator.oidcToken(claims as never)).toThrow(TypeError);
  },
);

test("two tokens of one second are two", async () => {
  await using emulator = await startGridEmulator({ now: () => 0 });
  expect(emulator.oidcToken({ sub: "ada" })).not.toBe(emulator.oidcToken({ sub: "ada" }));
  const [, claims = ""] = emulator.oidcToken({ sub: "ada", jti: "mine" }).split(".");
  expect(JSON.parse(Buffer.from(claims, "base64url").toString())).toMatchObject({ jti: "mine" });
});

test("a time or a code that cannot be is refused", async () => {
  for (const now of [() => Number.NaN, () => 1e18]) {
    await expect(startGridEmulator({ now })).rejects.toThrow(/now must return milliseconds/);
  }
  await using flow = await startFlow({ otp: () => 5 as never });
  const call = flow.grid.challengeAuthCredential({ path: { id: flow.emailId } });
  await expect(call).rejects.toMatchObject({ status: 500, body: expect.stringContaining("otp returned 5") });
});

test("its issuer is where others reach it", async () => {
  await using emulator = await startGridEmulator({ publicUrl: "http://emulator:4020/" });
  const { issuer, jwks_uri } = (await (
    await fetch(`${emulator.url}/.well-known/openid-configuration`)
  ).json()) as Record<string, string>;
  expect([issuer, jwks_uri]).toEqual(["http://emulator:4020", "http://emulator:4020/.well-known/jwks.json"]);
  const [, claims = ""] = emulator.oidcToken({ sub: "ada" }).split(".");
  expect(JSON.parse(Buffer.from(claims, "base64url").toString())).toMatchObject({ iss: "http://emulator:4020" });
});

test("its issuer is one that others can verify tokens by", async () => {
  await using flow = await startFlow();
  const { emulator } = flow;
  const read = async (url: string) => (await fetch(url)).json() as Promise<Record<string, never>>;
  const { issuer, jwks_uri } = await read(`${emulator.url}/.well-known/openid-configuration`);
  const keys = createLocalJWKSet((await read(String(jwks_uri))) as never);
  const token = emulator.oidcToken({ sub: "ada", email: "ada@example.com", groups: ["staff"] });
  const { payload } = await jwtVerify(token, keys, { issuer: String(issuer), audience: "grid-emulator" });
  expect(payload).toMatchObject({ sub: "ada", email: "ada@example.com", groups: ["staff"] });
});
