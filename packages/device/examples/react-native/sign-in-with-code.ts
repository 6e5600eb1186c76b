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

// When the user asks for a code. Keep the result until the code is typed in: it belongs to this code alone.
export async function askForCode(type: CodeType): Promise<string> {
  const { otpEncryptionTargetBundle } = await post<{ otpEncryptionTargetBundle: string }>("/sign-in/code/send", {
    type,
  });
  return otpEncryptionTargetBundle;
}

// When the user has typed it in. In production without options: the signer is production's.
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
  // The key signs before there is a session: this proves to the API that the phone has it.
  const signature = await signPayload(payloadToSign, key);
  const session = await post<SessionResponse>("/sign-in/code/sign", { ...verification, requestId, signature });
  return sessionKeyOf(session, key);
}
