import {
  generateSessionKey,
  sealOtp,
  type SealOtpOptions,
  type SessionKey,
  sessionKeyOf,
  type SessionResponse,
  signPayload,
} from "@grid-sdk/device/native";
import { post } from "./backend";

export type CodeType = "EMAIL_OTP" | "SMS_OTP";

// When the user asks for a code. Keep the result until the user types the code: it belongs only to this code.
export async function askForCode(type: CodeType): Promise<string> {
  const { otpEncryptionTargetBundle } = await post<{ otpEncryptionTargetBundle: string }>("/sign-in/code/send", {
    type,
  });
  return otpEncryptionTargetBundle;
}

// When the user has typed the code. In production, pass no options: the default signer is production's.
export async function signInWithCode(
  type: CodeType,
  otpEncryptionTargetBundle: string,
  code: string,
  options?: SealOtpOptions,
): Promise<SessionKey> {
  const key = await generateSessionKey();
  const encryptedOtpBundle = await sealOtp(otpEncryptionTargetBundle, code.trim(), key.publicKey, options);
  const verification = { type, encryptedOtpBundle };
  const { payloadToSign, requestId } = await post<{ payloadToSign: string; requestId: string }>(
    "/sign-in/code/verify",
    verification,
  );
  // The key signs before there is a session: this proves to the API that the phone has the key.
  const signature = await signPayload(payloadToSign, key);
  const session = await post<SessionResponse>("/sign-in/code/sign", { ...verification, requestId, signature });
  return sessionKeyOf(session, key);
}
