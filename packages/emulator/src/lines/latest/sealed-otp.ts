import type { ApiRequest } from "@grid-sdk/server-kit";
import type { EmailOtpCredentialVerifyRequest, SmsOtpCredentialVerifyRequest } from "@grid-sdk/core/latest";
import type { Emulation, Result } from "../../emulation.ts";
import { generateKeyPair } from "../../keys/key-pair.ts";
import { openSession } from "../../open-session.ts";
import { limitCodes, sendCode } from "../../rules/challenges.ts";
import { demandCredential } from "../../rules/lookup.ts";
import { requestSignature, takeSignedRequest } from "../../rules/signed-requests.ts";
import type { Account, OtpCredential } from "../../state/model.ts";
import { makeTargetBundle } from "./otp-target-bundle.ts";
import { demandBoundKey, demandSeal, demandSealedKey, openSeal, useSealedCode } from "./rules/sealed-codes.ts";
import { makeVerificationToken } from "./verification-token.ts";

type Proof = EmailOtpCredentialVerifyRequest | SmsOtpCredentialVerifyRequest;

/** Sealed codes, by mail and SMS. The device seals a code and its own key to a target that is new each time. */
export const sealedOtp = {
  /** The first EMAIL_OTP credential of a wallet gets its code only by a challenge. */
  register(emulation: Emulation, { credentials }: Account, credential: OtpCredential): object {
    const isFirst = credential.type === "EMAIL_OTP" && credentials.size === 1;
    return isFirst ? {} : issueCode(emulation, credential);
  },

  challenge(emulation: Emulation, credential: OtpCredential): object {
    limitCodes(emulation, credential);
    return issueCode(emulation, credential);
  },

  async verify(emulation: Emulation, credential: OtpCredential, request: ApiRequest<Proof>): Promise<Result> {
    const signed = takeSignedRequest(emulation, request, demandBoundKey);
    if (signed?.signer !== undefined) return openSession(emulation, credential.id, { publicKey: signed.signer });
    const opened = await openSeal(credential, demandSeal(request.body.encryptedOtpBundle));
    const signer = demandSealedKey(emulation, opened.publicKey);
    useSealedCode(emulation, credential, opened.issued, opened.code);
    const { account } = demandCredential(emulation, credential.id);
    const expiresAt = emulation.clock.now() + emulation.settings.challengeMs;
    const payloadToSign = makeVerificationToken(credential, signer, expiresAt, emulation.signer);
    const asked = requestSignature(emulation, request, account, { payloadToSign, signer });
    return { status: 202, body: { type: credential.type, ...asked } };
  },
};

/** Sends a code, and returns the bundle to seal it to. */
function issueCode(emulation: Emulation, credential: OtpCredential): object {
  const target = generateKeyPair("uncompressed");
  sendCode(emulation, credential, target);
  return { otpEncryptionTargetBundle: makeTargetBundle(target, emulation.signer) };
}
