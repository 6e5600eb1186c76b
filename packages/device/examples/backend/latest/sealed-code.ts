import type { AuthSession, GridClient } from "@grid-sdk/client/latest";

/** What your database has for this user. */
export interface CodeCredential {
  /** AuthMethod:… */
  id: string;
  type: "EMAIL_OTP" | "SMS_OTP";
}

// The device seals the code for the target in this bundle. Pass the bundle on unchanged.
export async function sendSealedCode(
  grid: GridClient,
  { id }: CodeCredential,
): Promise<{ otpEncryptionTargetBundle: string }> {
  const { data } = await grid.challengeAuthCredential({ path: { id } });
  if (data.type === "PASSKEY" || data.otpEncryptionTargetBundle === undefined)
    throw new Error(`the challenge of ${id} has no bundle`);
  return { otpEncryptionTargetBundle: data.otpEncryptionTargetBundle };
}

// The first of two requests: the API decrypts the bundle and asks for a signature by the key in it.
export async function startVerification(
  grid: GridClient,
  { id, type }: CodeCredential,
  { encryptedOtpBundle }: { encryptedOtpBundle: string },
): Promise<{ payloadToSign: string; requestId: string }> {
  const { status, data } = await grid.verifyAuthCredential({ path: { id }, body: { type, encryptedOtpBundle } });
  if (status !== 202) throw new Error("the API asked for no signature");
  return { payloadToSign: data.payloadToSign, requestId: data.requestId };
}

// The second request: the same body, not sealed again, and now signed.
export async function completeVerification(
  grid: GridClient,
  { id, type }: CodeCredential,
  { encryptedOtpBundle, requestId, signature }: { encryptedOtpBundle: string; requestId: string; signature: string },
): Promise<AuthSession> {
  const header = { "Request-Id": requestId, "Grid-Wallet-Signature": signature };
  const result = await grid.verifyAuthCredential({ path: { id }, body: { type, encryptedOtpBundle }, header });
  if (result.status === 202) throw new Error("the API asks again for a signature, although the request had one");
  return result.data;
}
