import type { AuthSession } from "@grid-sdk/core";
import type { AuthSession as LatestAuthSession } from "@grid-sdk/core/latest";
import { describe, expectTypeOf, test } from "vitest";
import {
  type ClientKey,
  type OtpSigner,
  PRODUCTION_OTP_SIGNER,
  sealOtp,
  type SessionKey,
  sessionKeyOf,
} from "../src/index.ts";

declare const key: SessionKey;
declare const clientKey: ClientKey;
declare const emulator: { readonly otpSigner: string };

describe("the types of sealOtp", () => {
  test("accept a signer, several, the word for none, or nothing", () => {
    expectTypeOf(sealOtp("{}", "123456", key.publicKey)).resolves.toBeString();
    sealOtp("{}", "123456", key.publicKey, {});
    sealOtp("{}", "123456", key.publicKey, { signer: undefined });
    sealOtp("{}", "123456", key.publicKey, { signer: "unverified" });
    sealOtp("{}", "123456", key.publicKey, { signer: emulator.otpSigner });
    sealOtp("{}", "123456", key.publicKey, { signer: [PRODUCTION_OTP_SIGNER, emulator.otpSigner] });
    expectTypeOf<"unverified">().toExtend<OtpSigner>();
    // @ts-expect-error no check is the word, not a value that may slip in
    sealOtp("{}", "123456", key.publicKey, { signer: false });
    // @ts-expect-error nor null
    sealOtp("{}", "123456", key.publicKey, { signer: null });
  });

  test("accept a bundle that exists, a code as text, and the key's hex", () => {
    const challenged = {} as { readonly otpEncryptionTargetBundle?: string };
    // @ts-expect-error a response may have none
    sealOtp(challenged.otpEncryptionTargetBundle, "123456", key.publicKey);
    // @ts-expect-error a number loses leading zeros
    sealOtp("{}", 123456, key.publicKey);
    // @ts-expect-error the key's hex, not the key
    sealOtp("{}", "123456", key);
  });
});

describe("the types of sessionKeyOf", () => {
  test("accept a session of either line and a key of either kind", () => {
    expectTypeOf(sessionKeyOf({} as AuthSession, clientKey)).resolves.toEqualTypeOf<SessionKey>();
    expectTypeOf(sessionKeyOf({} as LatestAuthSession, key)).resolves.toEqualTypeOf<SessionKey>();
    // @ts-expect-error the API is still at work
    sessionKeyOf({ status: "PROCESSING" }, key);
    // @ts-expect-error a key, not its hex
    sessionKeyOf({} as AuthSession, key.publicKey);
  });
});
