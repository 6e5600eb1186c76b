import type { PasskeyAssertion, PasskeyAttestation } from "@grid-sdk/core";
import type { AuthCredentialVerifyRequestOneOf, AuthMethod as LatestAuthMethod } from "@grid-sdk/core/latest";
import { expectTypeOf, test } from "vitest";
import type { CredentialTypes } from "../src/credentials/credential-type.ts";
import { credentialTypes } from "../src/lines/latest/credential-types.ts";
import {
  type GridEmulator as LatestEmulator,
  startGridEmulator as startLatestEmulator,
  type Text,
} from "../src/latest.ts";
import { type GridEmulator, startGridEmulator } from "../src/index.ts";

declare const emulator: GridEmulator;

test("fail accepts documented errors, by operation", () => {
  emulator.fail("challengeAuthCredential", { status: 429 });
  emulator.fail("challengeAuthCredential", { status: 429, code: "RATE_LIMITED", delayMs: 1, times: 2 });
  emulator.fail("challengeAuthCredential", [{ networkError: "reset" }, { raw: { status: 502 } }]);
  // @ts-expect-error a success follows from the state
  emulator.fail("challengeAuthCredential", { status: 200 });
  // @ts-expect-error a list has no 429
  emulator.fail("listAuthSessions", { status: 429 });
  // @ts-expect-error there is no such operation
  emulator.fail("challengeCredential", { status: 404 });
});

test("a seed says what each type of credential needs", () => {
  emulator.createAccount({ email: "a@example.com" });
  emulator.createAccount({ email: "a@example.com", credentials: [{ type: "OAUTH", sub: "a" }] });
  // @ts-expect-error an account has an address
  emulator.createAccount({});
  // @ts-expect-error `sub` is missing
  emulator.createAccount({ email: "a@example.com", credentials: [{ type: "OAUTH" }] });
});

test("what it returns is what the client accepts", () => {
  const passkey = emulator.passkey({ origin: "https://example.com" });
  expectTypeOf(passkey.attest("a")).toEqualTypeOf<PasskeyAttestation>();
  expectTypeOf(passkey.assert("a")).toEqualTypeOf<PasskeyAssertion>();
  expectTypeOf(emulator.oidcToken({ sub: "a", any: 1 })).toBeString();
  expectTypeOf(startGridEmulator).returns.resolves.toEqualTypeOf<GridEmulator>();
});

test("an emulator of latest has texts and a signer, and knows its own operations and types", () => {
  const latest = {} as LatestEmulator;
  expectTypeOf(latest.otpSigner).toBeString();
  expectTypeOf(latest.texts).toEqualTypeOf<readonly Text[]>();
  latest.createAccount({ email: "a@example.com", phoneNumber: "+12025550142", credentials: [{ type: "SMS_OTP" }] });
  latest.fail("refreshAuthSession", { status: 401, code: "WALLET_SIGNATURE_INVALID" });
  expectTypeOf(latest.credentials("a")).toEqualTypeOf<LatestAuthMethod[]>();
  // @ts-expect-error the default has no texts
  void emulator.texts;
  // @ts-expect-error nor an operation of latest
  emulator.fail("refreshAuthSession", { status: 401 });
  // @ts-expect-error nor SMS
  emulator.createAccount({ email: "a@example.com", credentials: [{ type: "SMS_OTP" }] });
  // @ts-expect-error a switch of latest
  void startGridEmulator({ keepOlderCodes: true });
  void startLatestEmulator({ keepOlderCodes: true, acceptUncompressedOtpKey: true, codeAttempts: 5 });
  expectTypeOf(startLatestEmulator).returns.resolves.toEqualTypeOf<LatestEmulator>();
});

test("a line's record of credential types has each of them, whole", () => {
  type Proofs = AuthCredentialVerifyRequestOneOf;
  const whole: CredentialTypes<Proofs> = credentialTypes;
  const { SMS_OTP: _, ...three } = whole;
  // @ts-expect-error one is missing
  three satisfies CredentialTypes<Proofs>;
  const { verify: __, ...withoutProof } = whole.SMS_OTP;
  // @ts-expect-error it would open a session without a proof
  ({ ...whole, SMS_OTP: withoutProof }) satisfies CredentialTypes<Proofs>;
});
