import {
  generateSessionKey,
  sealOtp,
  type SealOtpOptions,
  sessionKeyOf,
  type SessionResponse,
  signPayload,
} from "@grid-sdk/device";

/** Your own calls to your backend, which calls the API with `@grid-sdk/client/latest`. */
interface Backend {
  startVerification(seal: object): Promise<{ payloadToSign: string; requestId: string }>;
  completeVerification(signed: object): Promise<SessionResponse>;
}

export async function signIn(
  { otpEncryptionTargetBundle, code }: { otpEncryptionTargetBundle: string; code: string },
  backend: Backend,
  options?: SealOtpOptions,
): Promise<(payloadToSign: string) => Promise<string>> {
  const key = await generateSessionKey();
  const encryptedOtpBundle = await sealOtp(otpEncryptionTargetBundle, code, key.publicKey, options);
  const { payloadToSign, requestId } = await backend.startVerification({ encryptedOtpBundle });
  const signature = await signPayload(payloadToSign, key);
  const session = await backend.completeVerification({ encryptedOtpBundle, requestId, signature });
  const sessionKey = await sessionKeyOf(session, key);
  // Resolves to the value of Grid-Wallet-Signature.
  return (payload) => signPayload(payload, sessionKey);
}
