import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type PasskeyCredential, toPasskeyAssertion, toPasskeyAttestation } from "../src/passkey.ts";
import { findViolations, fragment } from "./support/fragment.ts";
import { webauthn } from "./support/vectors.ts";

const { attestation } = webauthn.registration;
const { assertion } = webauthn.assertion;

const bytes = (base64url: string) => Uint8Array.from(Buffer.from(base64url, "base64url"));
const buffer = (base64url: string) => bytes(base64url).buffer;
/** A view into the middle of a larger buffer, as Node's pool and CBOR decoders make it. */
const view = (base64url: string) => {
  const data = bytes(base64url);
  const larger = new Uint8Array(data.length + 64).fill(0xff);
  larger.set(data, 32);
  return new DataView(larger.buffer, 32, data.length);
};
const padded = (base64url: string) => Buffer.from(base64url, "base64url").toString("base64");
const illegal = () => {
  throw new TypeError("Illegal invocation");
};

type Encode = (base64url: string) => unknown;
const assertionOf = (encode: Encode, more: object = {}) =>
  ({
    id: assertion.credentialId,
    rawId: encode(assertion.credentialId),
    type: "public-key",
    response: {
      clientDataJSON: encode(assertion.clientDataJson),
      authenticatorData: encode(assertion.authenticatorData),
      signature: encode(assertion.signature),
      userHandle: encode(assertion.userHandle),
      ...more,
    },
    toJSON: illegal,
  }) as unknown as PasskeyCredential;
const attestationOf = (encode: Encode, more: object = {}) =>
  ({
    id: attestation.credentialId,
    rawId: encode(attestation.credentialId),
    type: "public-key",
    response: {
      clientDataJSON: encode(attestation.clientDataJson),
      attestationObject: encode(attestation.attestationObject),
      getTransports: () => ["internal"],
      getPublicKey: illegal,
      getAuthenticatorData: illegal,
      ...more,
    },
    toJSON: illegal,
  }) as unknown as PasskeyCredential;

const ENCODINGS: [string, Encode][] = [
  ["buffers", buffer],
  ["typed arrays", bytes],
  ["views into larger buffers", view],
  ["Node's buffers", (text) => Buffer.from(text, "base64url")],
  ["base64url, as in JSON", (text) => text],
  ["base64 with padding", padded],
];

describe("toPasskeyAssertion", () => {
  test.each(ENCODINGS)("reads %s", (_, encode) => {
    const body = toPasskeyAssertion(assertionOf(encode));
    expect(body).toEqual(assertion);
    expect(findViolations("PasskeyAssertion", body)).toEqual([]);
  });

  test.each([
    ["null", null],
    ["undefined", undefined],
    ["an empty buffer", new ArrayBuffer(0)],
    ["an empty string", ""],
  ])("leaves out a user handle that is %s", (_, userHandle) => {
    const body = toPasskeyAssertion(assertionOf(buffer, { userHandle }));
    expect(Object.keys(body)).not.toContain("userHandle");
    expect(findViolations("PasskeyAssertion", body)).toEqual([]);
  });

  test("uses the id if there is no rawId, padded or not", () => {
    for (const id of [assertion.credentialId, `${assertion.credentialId}=`, padded(assertion.credentialId)]) {
      const { rawId: _, ...credential } = assertionOf(buffer);
      expect(toPasskeyAssertion({ ...credential, id }).credentialId).toBe(assertion.credentialId);
    }
  });

  test("reads a buffer of another realm", async () => {
    const { runInNewContext } = await import("node:vm");
    const ofOtherRealm = (text: string) =>
      runInNewContext(`Uint8Array.from([${bytes(text).join()}]).buffer`) as ArrayBuffer;
    expect(ofOtherRealm(assertion.signature)).not.toBeInstanceOf(ArrayBuffer);
    expect(toPasskeyAssertion(assertionOf(ofOtherRealm))).toEqual(assertion);
  });

  test("writes strict base64url of any bytes", () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1, maxLength: 300 }), (signature) => {
        const expected = Buffer.from(signature).toString("base64url");
        expect(toPasskeyAssertion(assertionOf(buffer, { signature })).signature).toBe(expected);
        const text = Buffer.from(signature).toString("base64");
        expect(toPasskeyAssertion(assertionOf(buffer, { signature: text })).signature).toBe(expected);
      }),
    );
  });

  test.each([
    ["no credential", null, "PublicKeyCredential"],
    ["a credential without a response", { id: "AAAA" }, "PublicKeyCredential"],
    ["an attestation", attestationOf(buffer), "authenticatorData"],
    ["a signature that is not bytes", assertionOf(buffer, { signature: [1, 2] }), "signature"],
    ["a signature that is empty", assertionOf(buffer, { signature: new ArrayBuffer(0) }), "signature"],
    ["a signature that is not base64url", assertionOf(buffer, { signature: "a*b" }), "signature"],
    ["an id that is not base64url", { ...assertionOf(buffer), rawId: undefined, id: "AuthMethod:1" }, "id"],
  ])("refuses %s by the field's name", (_, credential, field) => {
    expect(() => toPasskeyAssertion(credential as PasskeyCredential)).toThrow(
      expect.objectContaining({ code: "INVALID_CREDENTIAL", message: expect.stringContaining(field) }),
    );
  });
});

describe("toPasskeyAttestation", () => {
  test.each(ENCODINGS)("reads %s", (_, encode) => {
    const body = toPasskeyAttestation(attestationOf(encode));
    expect(body).toEqual(attestation);
    expect(findViolations("PasskeyAttestation", body)).toEqual([]);
  });

  test.each([
    ["that cannot be asked for", { getTransports: illegal }],
    ["that are not there", { getTransports: undefined }],
    ["that are empty", { getTransports: () => [] }],
    ["that are not a list", { getTransports: () => "usb" }],
    ["that the specification does not name", { getTransports: () => ["smart-card", "cable", "", 1, null] }],
  ])("leaves out transports %s", (_, more) => {
    const body = toPasskeyAttestation(attestationOf(buffer, more));
    expect(Object.keys(body)).not.toContain("transports");
    expect(findViolations("PasskeyAttestation", body)).toEqual([]);
  });

  test("keeps every transport that the specification names, among others", () => {
    const schema = fragment.components.schemas["PasskeyAttestation"] as {
      properties: { transports: { items: { enum: string[] } } };
    };
    const named = schema.properties.transports.items.enum;
    const body = toPasskeyAttestation(attestationOf(buffer, { getTransports: () => ["smart-card", ...named, "x"] }));
    expect(body.transports).toEqual(named);
    expect(findViolations("PasskeyAttestation", body)).toEqual([]);
  });

  test("asks for transports on the response, to which getTransports is bound", () => {
    const response = {
      own: ["usb"],
      getTransports(this: { own?: string[] }) {
        return this.own;
      },
    };
    expect(toPasskeyAttestation(attestationOf(buffer, response)).transports).toEqual(["usb"]);
  });

  test("reads transports from the JSON of a credential", () => {
    const json = attestationOf((text) => text, { getTransports: undefined, transports: ["hybrid", "internal"] });
    expect(toPasskeyAttestation(JSON.parse(JSON.stringify({ ...json, toJSON: undefined }))).transports).toEqual([
      "hybrid",
      "internal",
    ]);
  });

  test("refuses an assertion", () => {
    expect(() => toPasskeyAttestation(assertionOf(buffer))).toThrow(
      expect.objectContaining({ code: "INVALID_CREDENTIAL", message: expect.stringContaining("attestationObject") }),
    );
  });
});

describe("the check of these tests", () => {
  test("finds what the API would refuse", () => {
    expect(findViolations("PasskeyAssertion", { ...assertion, userHandle: null })).not.toEqual([]);
    expect(findViolations("PasskeyAttestation", { ...attestation, transports: ["smart-card"] })).not.toEqual([]);
    expect(findViolations("PasskeyAttestation", { ...attestation, clientDataJSON: "x" })).not.toEqual([]);
  });
});
