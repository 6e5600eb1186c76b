import type { PasskeyAssertion, PasskeyAttestation, PasskeyAuthChallenge } from "@grid-sdk/core";
import type { startAuthentication, startRegistration } from "@simplewebauthn/browser";
import { describe, expectTypeOf, test } from "vitest";
import {
  createPasskey,
  getPasskey,
  isGridDeviceError,
  openSessionKey,
  passkeyCreationOptions,
  passkeyRequestOptions,
  signPayload,
  toPasskeyAssertion,
  toPasskeyAttestation,
} from "../src/index.ts";

declare const challenge: PasskeyAuthChallenge;
declare const credential: Credential | null;
declare const live: PublicKeyCredential;

describe("the types", () => {
  test("fit the browser's own readers of options, and a WebAuthn library's", () => {
    const request = passkeyRequestOptions(challenge);
    expectTypeOf(request).toExtend<globalThis.PublicKeyCredentialRequestOptionsJSON>();
    expectTypeOf({ optionsJSON: request }).toExtend<Parameters<typeof startAuthentication>[0]>();
    const creation = passkeyCreationOptions({ challenge: "", rp: { name: "" }, user: { id: "", name: "" } });
    expectTypeOf(creation).toExtend<globalThis.PublicKeyCredentialCreationOptionsJSON>();
    expectTypeOf({ optionsJSON: creation }).toExtend<Parameters<typeof startRegistration>[0]>();
  });

  test("accept a live credential and its JSON, and give the API's bodies", () => {
    expectTypeOf(toPasskeyAssertion(live)).toEqualTypeOf<PasskeyAssertion>();
    expectTypeOf(toPasskeyAttestation(live)).toEqualTypeOf<PasskeyAttestation>();
    expectTypeOf<Awaited<ReturnType<typeof startAuthentication>>>().toExtend<
      Parameters<typeof toPasskeyAssertion>[0]
    >();
    expectTypeOf<Awaited<ReturnType<typeof startRegistration>>>().toExtend<
      Parameters<typeof toPasskeyAttestation>[0]
    >();
    expectTypeOf(getPasskey(challenge)).resolves.toEqualTypeOf<PasskeyAssertion>();
    // @ts-expect-error navigator.credentials may give null
    toPasskeyAssertion(credential);
  });

  test("accept a challenge, whole or as a string, and no credential without one", () => {
    passkeyRequestOptions("VjZ6");
    passkeyRequestOptions({ challenge: "VjZ6", credentialId: undefined });
    // @ts-expect-error a plain credential has no challenge
    passkeyRequestOptions({ id: "AuthMethod:1", type: "EMAIL_OTP" });
    // @ts-expect-error the signal is the ceremony's, not the options'
    passkeyRequestOptions(challenge, { signal: new AbortController().signal });
    getPasskey(challenge, { signal: undefined, rpId: undefined });
    // @ts-expect-error a passkey needs to know whose it is
    createPasskey({ challenge: "", rp: { name: "" } });
  });

  test("distinguish the keys", async () => {
    // @ts-expect-error a client key does not sign
    signPayload("payload", { publicKey: "", keyPair: {} });
    // @ts-expect-error a listed session has no sealed key
    openSessionKey(undefined, { publicKey: "", keyPair: {} as CryptoKeyPair });
    const error: unknown = undefined;
    if (isGridDeviceError(error, "WRONG_RP")) expectTypeOf(error.code).toEqualTypeOf<"WRONG_RP">();
    // @ts-expect-error no such code
    isGridDeviceError(error, "WRONG_RPID");
  });
});
