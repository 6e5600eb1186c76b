import { randomBytes } from "node:crypto";
import { generateRegistrationOptions, verifyAuthenticationResponse } from "@simplewebauthn/server";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { passkeyCreationOptions, type PasskeyDescriptor, passkeyRequestOptions } from "../src/passkey.ts";
import { createSoftwarePasskey } from "@grid-sdk/server-kit";
import { wrap } from "./support/check-passkey.ts";
import { webauthn } from "./support/vectors.ts";

const HEX = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";
const id = webauthn.registration.attestation.credentialId;
const fields = { rp: { name: "Example" }, user: { id: "dXNlcg", name: "ada@example.com" } };

describe("passkeyRequestOptions", () => {
  test("asks for what the API's challenge is, and for nothing else", () => {
    const { challenge } = webauthn.assertion;
    expect(passkeyRequestOptions({ challenge })).toEqual({ challenge });
    expect(passkeyRequestOptions(challenge)).toEqual({ challenge });
  });

  test("makes strict base64url of any base64", () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1, maxLength: 64 }), (bytes) => {
        const challenge = Buffer.from(bytes).toString("base64");
        expect(passkeyRequestOptions({ challenge }).challenge).toBe(Buffer.from(bytes).toString("base64url"));
      }),
    );
  });

  test("reads 64 hex characters as text, the API's later form", () => {
    const { challenge } = passkeyRequestOptions({ challenge: HEX });
    expect(Buffer.from(challenge, "base64url").toString()).toBe(HEX);
    expect(challenge).toHaveLength(86);
  });

  test.each([
    ["upper case", HEX.toUpperCase()],
    ["63 characters", HEX.slice(1)],
    ["68 characters", `${HEX}abcd`],
    ["one that is not hex", `${HEX.slice(1)}g`],
  ])("reads as base64url what only looks like hex: %s", (_, text) => {
    expect(passkeyRequestOptions(text).challenge).toHaveLength(text.length);
  });

  // The first is the specification's own example of a registration: 45 characters, which no bytes are.
  test.each(["ArkQi2yAYHPlgnJNFBlneIwchQdWXBOTrdB-AmMUB21Lx", "", "a", "a*b", "*", undefined, null, 1])(
    "refuses the challenge %j",
    (challenge) => {
      expect(() => passkeyRequestOptions({ challenge: challenge as string })).toThrow(
        expect.objectContaining({ code: "INVALID_CREDENTIAL", message: expect.stringContaining("challenge") }),
      );
    },
  );

  test("asks for the passkey that a challenge names, or for the given passkeys", () => {
    const challenge = { challenge: HEX, credentialId: id };
    expect(passkeyRequestOptions(challenge).allowCredentials).toEqual([{ type: "public-key", id }]);
    const told: PasskeyDescriptor[] = [{ id: "AAAA", transports: ["hybrid", "usb"] }, "_-8="];
    expect(passkeyRequestOptions(challenge, { allowCredentials: told }).allowCredentials).toEqual([
      { type: "public-key", id: "AAAA", transports: ["hybrid", "usb"] },
      { type: "public-key", id: "_-8" },
    ]);
  });

  test.each([undefined, null])("treats an explicit %s as missing: the challenge's passkey stays", (none) => {
    const given = { allowCredentials: none, rpId: none, timeout: none, userVerification: none, hints: none };
    expect(passkeyRequestOptions({ challenge: HEX, credentialId: id }, given as never)).toStrictEqual({
      challenge: expect.any(String),
      allowCredentials: [{ type: "public-key", id }],
    });
    expect(passkeyRequestOptions({ challenge: "AAAA", credentialId: none } as never)).toStrictEqual({
      challenge: "AAAA",
    });
  });

  test("refuses the API's own id in place of WebAuthn's", () => {
    const allowCredentials = ["AuthMethod:019542f5-b3e7-1d02-0000-000000000001"];
    expect(() => passkeyRequestOptions(HEX, { allowCredentials })).toThrow(
      expect.objectContaining({ code: "INVALID_CREDENTIAL", message: expect.stringContaining("AuthMethod") }),
    );
  });

  test("is JSON: nothing undefined, nothing shared with what it was given", () => {
    const hints = ["hybrid"] as const;
    const options = passkeyRequestOptions(HEX, {
      rpId: undefined,
      timeout: undefined,
      hints,
      userVerification: "required",
    });
    expect(options).toStrictEqual({ challenge: expect.any(String), hints: ["hybrid"], userVerification: "required" });
    expect(options.hints).not.toBe(hints);
  });

  test.each([HEX, "5gzIkwr15bp8tfqSVZTwm4q-X-QZkB6A"])("has signed what a server expects of %s", async (challenge) => {
    const device = createSoftwarePasskey("https://example.com");
    device.register(passkeyCreationOptions({ ...fields, challenge: "AAAA" }));
    const json = passkeyRequestOptions({ challenge }, { rpId: "example.com" });
    const result = await verifyAuthenticationResponse({
      response: wrap(device.id, device.assert(json)),
      // The server knows the bytes: of the hex form its characters.
      expectedChallenge: challenge === HEX ? Buffer.from(HEX).toString("base64url") : challenge,
      expectedOrigin: "https://example.com",
      expectedRPID: "example.com",
      credential: { ...device, counter: 1 },
    });
    expect(result.verified).toBe(true);
  });
});

describe("passkeyCreationOptions", () => {
  test("makes a passkey by default: discoverable, ES256 or RS256", () => {
    const challenge = webauthn.registration.challenge;
    expect(passkeyCreationOptions({ ...fields, challenge })).toStrictEqual({
      challenge,
      rp: { name: "Example" },
      user: { id: "dXNlcg", name: "ada@example.com", displayName: "ada@example.com" },
      pubKeyCredParams: [
        { type: "public-key", alg: -7 },
        { type: "public-key", alg: -257 },
      ],
      authenticatorSelection: { residentKey: "required" },
    });
  });

  test("accepts bytes as a challenge and a user id", () => {
    const [challenge, user] = [randomBytes(32), randomBytes(16)];
    const options = passkeyCreationOptions({ ...fields, challenge, user: { ...fields.user, id: user } });
    expect(options.challenge).toBe(challenge.toString("base64url"));
    expect(options.user.id).toBe(user.toString("base64url"));
  });

  test("reads a challenge of 64 hex characters as base64url: the API compares the issued text", () => {
    expect(passkeyCreationOptions({ ...fields, challenge: HEX }).challenge).toBe(HEX);
  });

  test("keeps the given options", () => {
    const told = {
      ...fields,
      challenge: "AAAA",
      rp: { name: "Example", id: "example.com" },
      excludeCredentials: [{ id, transports: ["internal"] }] as const,
      authenticatorSelection: { residentKey: "preferred", authenticatorAttachment: "platform" } as const,
      pubKeyCredParams: [{ type: "public-key", alg: -8 }] as const,
      attestation: "direct" as const,
      timeout: 60_000,
      hints: ["client-device"] as const,
    };
    expect(passkeyCreationOptions(told)).toStrictEqual({
      ...told,
      user: { ...fields.user, displayName: fields.user.name },
      excludeCredentials: [{ type: "public-key", id, transports: ["internal"] }],
    });
  });

  test.each([undefined, null])("treats an explicit %s as missing: the defaults stay", (none) => {
    const options = passkeyCreationOptions({
      challenge: "AAAA",
      rp: { name: "Example", id: none },
      user: { id: "dXNlcg", name: "ada", displayName: none },
      excludeCredentials: none,
      authenticatorSelection: { residentKey: none, userVerification: none, authenticatorAttachment: "platform" },
      pubKeyCredParams: none,
      attestation: none,
      timeout: none,
      hints: none,
    } as never);
    expect(options).toStrictEqual({
      challenge: "AAAA",
      rp: { name: "Example" },
      user: { id: "dXNlcg", name: "ada", displayName: "ada" },
      pubKeyCredParams: [
        { type: "public-key", alg: -7 },
        { type: "public-key", alg: -257 },
      ],
      authenticatorSelection: { authenticatorAttachment: "platform", residentKey: "required" },
    });
    const absent = { challenge: "AAAA", rp: fields.rp, user: fields.user, authenticatorSelection: none };
    expect(passkeyCreationOptions(absent as never).authenticatorSelection).toEqual({ residentKey: "required" });
    const excluded = [{ id, transports: none }];
    expect(
      passkeyCreationOptions({ ...absent, excludeCredentials: excluded } as never).excludeCredentials,
    ).toStrictEqual([{ type: "public-key", id }]);
  });

  test("writes the bytes of extensions as base64url, at any depth", () => {
    const bytes = Uint8Array.of(1, 2, 3);
    const prf = {
      eval: { first: bytes, second: bytes.buffer },
      evalByCredential: { AAAA: { first: Buffer.from(bytes) } },
    };
    const written = {
      prf: { eval: { first: "AQID", second: "AQID" }, evalByCredential: { AAAA: { first: "AQID" } } },
      credProps: true,
    };
    const extensions = { prf, credProps: true };
    expect(passkeyCreationOptions({ ...fields, challenge: "AAAA", extensions } as never)).toMatchObject({
      extensions: written,
    });
    expect(passkeyRequestOptions("AAAA", { extensions } as never)).toMatchObject({ extensions: written });
  });

  test("accepts the options of a WebAuthn library on the server", async () => {
    const options = await generateRegistrationOptions({
      rpName: "Example",
      rpID: "example.com",
      userName: "ada",
      excludeCredentials: [{ id, transports: ["internal"] }],
    });
    const { challenge, rp, user, excludeCredentials, pubKeyCredParams } = options;
    expect(passkeyCreationOptions(options)).toMatchObject({
      challenge,
      rp,
      user,
      excludeCredentials,
      pubKeyCredParams,
    });
  });

  test.each([
    ["challenge", { challenge: "a" }],
    ["challenge", { challenge: "" }],
    ["user.id", { user: { ...fields.user, id: "InternalAccount:1" } }],
    ["id", { excludeCredentials: ["AuthMethod:1"] }],
  ])("refuses a %s that is not base64url: %j", (field, more) => {
    expect(() => passkeyCreationOptions({ ...fields, challenge: "AAAA", ...more })).toThrow(
      expect.objectContaining({ code: "INVALID_CREDENTIAL", message: expect.stringContaining(field) }),
    );
  });
});
