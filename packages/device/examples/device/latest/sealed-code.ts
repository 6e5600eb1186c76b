import {
  generateSessionKey,
  sealOtp,
  type SealOtpOptions,
  type SessionKey,
  sessionKeyOf,
  type SessionResponse,
  signPayload,
} from "@grid-sdk/device";
import { post } from "../post.ts";

// When the user asks for a code. Keep the result until the user types the code: it belongs only to this code.
export async function askForSealedCode(): Promise<string> {
  const { otpEncryptionTargetBundle } = await post<{ otpEncryptionTargetBundle: string }>("/sign-in/code/send");
  return otpEncryptionTargetBundle;
}

// When the user has typed the code. In production, pass no options: the default signer is production's.
export async function signInWithSealedCode(
  otpEncryptionTargetBundle: string,
  code: string,
  options?: SealOtpOptions,
): Promise<SessionKey> {
  const key = await generateSessionKey();
  const encryptedOtpBundle = await sealOtp(otpEncryptionTargetBundle, code.trim(), key.publicKey, options);
  const { payloadToSign, requestId } = await post<{ payloadToSign: string; requestId: string }>(
    "/sign-in/code/verify",
    { encryptedOtpBundle },
  );
  // The key signs before there is a session: this proves to the API that the device has the key.
  const signature = await signPayload(payloadToSign, key);
  const session = await post<SessionResponse>("/sign-in/code/sign", { encryptedOtpBundle, requestId, signature });
  return sessionKeyOf(session, key);
}
