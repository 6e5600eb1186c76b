import { runInNewContext } from "node:vm";
import { afterEach, describe, expect, test } from "vitest";
import {
  createPasskey,
  generateSessionKey,
  getPasskey,
  isGridDeviceError,
  passkeyCreationOptions,
  passkeyRequestOptions,
  sealOtp,
  sessionKeyOf,
  toPasskeyAssertion,
  toPasskeyAttestation,
} from "../src/index.ts";
import { catchError } from "./support/catch-error.ts";
import { sealedOtp, webauthn } from "./support/vectors.ts";

// What comes from extensions, frames, JSON and pages whose scripts change what every object has.
const { assertion } = webauthn.assertion;
const { attestation } = webauthn.registration;
const denied = () => {
  throw new Error("denied");
};
/** The JSON of a credential, some of whose fields cannot be read. */
function withThrowing(json: object, ...fields: readonly string[]): never {
  for (const field of fields) Object.defineProperty(json, field, { get: denied, enumerable: true });
  return json as never;
}
const assertionJson = ({ credentialId, clientDataJson, ...rest } = assertion) => ({
  id: credentialId,
  rawId: credentialId,
  response: { ...rest, clientDataJSON: clientDataJson },
});
const { clientDataJson, ...registered } = attestation;
const attestationJson = () => ({
  id: attestation.credentialId,
  response: { ...registered, clientDataJSON: clientDataJson },
});

const polluted: string[] = [];
function pollute(name: string, value: unknown): void {
  Reflect.defineProperty(Object.prototype, name, { value, configurable: true, writable: true, enumerable: false });
  polluted.push(name);
}
afterEach(() => {
  for (const name of polluted.splice(0)) Reflect.deleteProperty(Object.prototype, name);
});

describe("a getter that throws", () => {
  test("counts as a missing field", () => {
    const json = assertionJson();
    withThrowing(json.response, "userHandle");
    const { userHandle: _, ...rest } = assertion;
    expect(toPasskeyAssertion(withThrowing(json, "rawId"))).toEqual(rest);
    const registration = attestationJson();
    withThrowing(registration.response, "transports");
    const { transports: __, ...others } = attestation;
    expect(toPasskeyAttestation(registration as never)).toEqual(others);
  });

  test.each(["response", "id"])("is an INVALID_CREDENTIAL where the field is needed: %s", (field) => {
    expect(() => toPasskeyAssertion(withThrowing({ ...assertionJson(), rawId: undefined }, field))).toThrow(
      expect.objectContaining({ name: "GridDeviceError", code: "INVALID_CREDENTIAL" }),
    );
  });

  test("is not a session, and not an error of this package", async () => {
    const session = withThrowing({ id: "Session:1", expiresAt: "2026-08-21T15:46:05Z" }, "id");
    expect(await catchError(sessionKeyOf(session, await generateSessionKey()))).toMatchObject({
      code: "NOT_A_SESSION",
    });
    expect(isGridDeviceError(new Proxy({}, { get: denied }))).toBe(false);
    const { proxy, revoke } = Proxy.revocable({}, {});
    revoke();
    expect(isGridDeviceError(proxy)).toBe(false);
  });
});

describe("a field that a page put on Object.prototype", () => {
  test("does not turn the check of a bundle's signer off", async () => {
    const { publicKey } = await generateSessionKey();
    for (const signer of ["unverified", sealedOtp.keys.signer.publicKey]) {
      pollute("signer", signer);
      for (const options of [undefined, {}])
        expect(await catchError(sealOtp(sealedOtp.targetBundle.json, "000000", publicKey, options))).toMatchObject({
          code: "UNTRUSTED_BUNDLE",
        });
    }
  });

  test("is not part of a session, a challenge or a credential", async () => {
    const key = await generateSessionKey();
    for (const [name, value] of Object.entries({
      encryptedSessionSigningKey: "x",
      challenge: "x",
      credentialId: "BAUG",
      transports: ["usb"],
      rawId: "BAUG",
    }))
      pollute(name, value);
    expect(await sessionKeyOf({ id: "Session:1", expiresAt: "2026-08-21T15:46:05Z" }, key)).toBe(key);
    expect(passkeyRequestOptions({ challenge: "AAAA" })).toStrictEqual({ challenge: "AAAA" });
    const { transports: _, ...rest } = attestation;
    const { response } = attestationJson();
    const json = { id: attestation.credentialId, response: { ...response, transports: undefined } };
    expect(toPasskeyAttestation(json)).toEqual(rest);
  });

  test("does not change how options are written: toJSON of an array, as old libraries have it", () => {
    const toJSON = { value: () => "changed", configurable: true, writable: true, enumerable: false };
    Reflect.defineProperty(Array.prototype, "toJSON", toJSON);
    try {
      expect(passkeyRequestOptions("AAAA", { hints: ["hybrid"] })).toEqual({ challenge: "AAAA", hints: ["hybrid"] });
    } finally {
      Reflect.deleteProperty(Array.prototype, "toJSON");
    }
  });
});

describe("bytes of another realm, such as a frame's", () => {
  test.each([
    "new Uint8Array([1, 2, 3])",
    "new Uint8Array([1, 2, 3]).buffer",
    "new DataView(new Uint8Array([1, 2, 3]).buffer)",
  ])("are bytes: %s", (code) => {
    const bytes = () => runInNewContext(code);
    const options = passkeyCreationOptions({
      challenge: bytes(),
      rp: { name: "E" },
      user: { id: bytes(), name: "ada" },
      excludeCredentials: [{ id: bytes() }],
    });
    expect(options).toMatchObject({ challenge: "AQID", user: { id: "AQID" }, excludeCredentials: [{ id: "AQID" }] });
    const response = { clientDataJSON: bytes(), authenticatorData: bytes(), signature: bytes(), userHandle: bytes() };
    expect(toPasskeyAssertion({ id: "x", rawId: bytes(), response } as never)).toEqual({
      credentialId: "AQID",
      clientDataJson: "AQID",
      authenticatorData: "AQID",
      signature: "AQID",
      userHandle: "AQID",
    });
  });
});

describe("a response of the backend that is missing", () => {
  test.each([undefined, null, {}, "", 5])("%j is an INVALID_CREDENTIAL that names what is missing", async (nothing) => {
    const refusal = expect.objectContaining({
      code: "INVALID_CREDENTIAL",
      message: "challenge must be bytes or base64url, and not empty",
    });
    expect(() => passkeyCreationOptions(nothing as never)).toThrow(refusal);
    expect(() => passkeyRequestOptions(nothing as never)).toThrow(refusal);
    expect(await catchError(createPasskey(nothing as never))).toEqual(refusal);
    expect(await catchError(getPasskey(nothing as never))).toEqual(refusal);
  });

  test.each([undefined, null, "ada"])("the user %j is one too", (user) => {
    const options = { challenge: "AAAA", rp: { name: "Example" }, user: user as never };
    expect(() => passkeyCreationOptions(options)).toThrow("user.id must be bytes or base64url, and not empty");
  });
});
