import { spawn } from "node:child_process";
import { text } from "node:stream/consumers";
import { describe, expect, test } from "vitest";
import { expectRefusal, registration, startFlow } from "./support/start-flow.ts";
import type { GridEmulatorOptions, SoftwareAuthenticator } from "../src/index.ts";

async function register(
  site: { origin: string; rpId?: string },
  options: GridEmulatorOptions = {},
  change: (body: ReturnType<typeof registration>) => ReturnType<typeof registration> = (body) => body,
) {
  await using flow = await startFlow(options);
  const { id } = flow.emulator.createAccount({ email: "bob@example.com", credentials: [] });
  const body = change(registration(id, flow.emulator.passkey(site)));
  return (await flow.grid.createAuthCredential({ body })).status;
}

describe("an attestation", () => {
  test.each([
    { origin: "https://example.com" },
    { origin: "https://login.example.com", rpId: "example.com" },
    { origin: "http://localhost:3000" },
    { origin: "https://example.com:8443" },
    { origin: "http://app.localhost:3000" },
    { origin: "https://shop.example.co.uk", rpId: "example.co.uk" },
    { origin: "https://ada.github.io" },
  ])("of %j is accepted", async (site) => {
    expect(await register(site)).toBe(201);
  });

  test.each([
    ["another site's RP ID", { origin: "https://example.com", rpId: "example.org" }],
    ["a subdomain for an RP ID", { origin: "https://example.com", rpId: "login.example.com" }],
    ["a top-level domain", { origin: "https://example.com", rpId: "com" }],
    ["a public suffix of a country", { origin: "https://shop.example.co.uk", rpId: "co.uk" }],
    ["a public suffix of a company", { origin: "https://ada.github.io", rpId: "github.io" }],
    ["a site that is called like this machine", { origin: "http://localhost.example.com", rpId: "example.com" }],
    ["a page without https", { origin: "http://example.com" }],
    ["an IP address", { origin: "https://127.0.0.1" }],
  ])("of %s is refused", async (_, site) => {
    await expectRefusal(register(site), 400, "INVALID_INPUT", /attestation is not valid/);
  });

  test("is of the origins and RP IDs that are given", async () => {
    const options = { origins: ["https://a.example.com"], rpIds: ["example.com"] };
    expect(await register({ origin: "https://a.example.com", rpId: "example.com" }, options)).toBe(201);
    await expectRefusal(
      register({ origin: "https://b.example.com", rpId: "example.com" }, options),
      400,
      "INVALID_INPUT",
    );
    await expectRefusal(register({ origin: "https://a.example.com" }, options), 400, "INVALID_INPUT");
  });

  test("is made with the challenge that is sent with it", async () => {
    const change = (body: ReturnType<typeof registration>) => ({ ...body, challenge: "b3RoZXI" });
    await expectRefusal(register({ origin: "https://example.com" }, {}, change), 400, "INVALID_INPUT", /challenge/i);
  });

  test.each(["attestationObject", "clientDataJson", "credentialId"] as const)(
    "with a damaged %s is refused",
    async (field) => {
      const change = (body: ReturnType<typeof registration>) => ({
        ...body,
        attestation: { ...body.attestation, [field]: "AAAA" },
      });
      await expectRefusal(register({ origin: "https://example.com" }, {}, change), 400, "INVALID_INPUT");
    },
  );
});

describe("an app's passkey", () => {
  const origin = "android:apk-key-hash:8kTvVCtkNzKKfrvaJ9aTaQbAEOpwpDvLKb2Ll2_rRgU";

  test("is signed for the app's origin as it is, and accepted where origins name it", async () => {
    const site = { origin, rpId: "example.com" };
    expect(await register(site, { origins: [origin], rpIds: ["example.com"] })).toBe(201);
    await expectRefusal(register(site), 400, "INVALID_INPUT", /attestation is not valid/);
  });

  test("needs an RP ID", async () => {
    await using flow = await startFlow();
    expect(() => flow.emulator.passkey({ origin })).toThrow(/set rpId for android:/);
  });
});

describe("an assertion", () => {
  /** Registers a passkey of `login.example.com` for `example.com`, and has another page assert. */
  async function assertFrom(
    make: (passkey: SoftwareAuthenticator, challenge: string) => ReturnType<SoftwareAuthenticator["assert"]>,
  ) {
    await using flow = await startFlow();
    const authenticator = flow.emulator.passkey({ origin: "https://login.example.com", rpId: "example.com" });
    const { credentials } = flow.emulator.createAccount({
      email: "bob@example.com",
      credentials: [{ type: "PASSKEY", nickname: "Key", ...seedOf(authenticator) }],
    });
    const signed = { ...authenticator, assert: (challenge: string) => make(authenticator, challenge) };
    return await flow.signInWith(credentials[0]?.id ?? "", signed);
  }
  const withClientData = (assertion: ReturnType<SoftwareAuthenticator["assert"]>, origin: string) => {
    const data = JSON.parse(Buffer.from(assertion.clientDataJson, "base64url").toString()) as object;
    return { ...assertion, clientDataJson: Buffer.from(JSON.stringify({ ...data, origin })).toString("base64url") };
  };

  test("of a page of the RP ID is accepted", async () => {
    expect(await assertFrom((passkey, challenge) => passkey.assert(challenge))).toBeDefined();
  });

  test("of another site's page, or over other client data, is refused", async () => {
    const foreign = assertFrom((passkey, challenge) =>
      withClientData(passkey.assert(challenge), "https://example.org"),
    );
    await expectRefusal(foreign, 401, "UNAUTHORIZED");
    const changed = assertFrom((passkey, challenge) =>
      withClientData(passkey.assert(challenge), "https://example.com"),
    );
    await expectRefusal(changed, 401, "INVALID_SIGNATURE");
  });
});

test("a software authenticator needs an origin", async () => {
  await using flow = await startFlow();
  expect(() => flow.emulator.passkey({ origin: "example.com" })).toThrow(/URL of a page or an app; got "example.com"/);
});

function seedOf({ credentialId, publicKey, rpId }: SoftwareAuthenticator) {
  return { credentialId, publicKey, rpId };
}

test("what verifies passkeys is loaded at the first one", async () => {
  const flow = `
    import { registerHooks } from "node:module";
    const loaded = new Set();
    registerHooks({ resolve: (name, context, next) => (loaded.add(name), next(name, context)) });
    const isLoaded = () => loaded.has("@simplewebauthn/server");
    const { startGridEmulator } = await import(${JSON.stringify(new URL("../dist/index.js", import.meta.url).href)});
    const emulator = await startGridEmulator();
    const { id } = emulator.createAccount({ email: "ada@example.com", credentials: [] });
    const headers = { authorization: "Basic " + btoa("a:b"), "content-type": "application/json" };
    const create = (body) => fetch(emulator.url + "/auth/credentials", { method: "POST", headers, body: JSON.stringify(body) });
    await create({ type: "OAUTH", accountId: id, oidcToken: "a.b.c" });
    const before = isLoaded();
    const attestation = emulator.passkey({ origin: "https://example.com" }).attest("AAAA");
    await create({ type: "PASSKEY", accountId: id, nickname: "Key", challenge: "AAAA", attestation });
    console.log(before, isLoaded());
    await emulator.close();`;
  const child = spawn(process.execPath, ["--input-type=module", "--eval", flow]);
  const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr)]);
  expect({ stdout, stderr }).toEqual({ stdout: "false true\n", stderr: "" });
});
