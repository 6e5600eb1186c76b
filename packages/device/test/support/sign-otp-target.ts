import { createPrivateKey, sign } from "node:crypto";
import { describeKey } from "./import-keys.ts";

/** An `otpEncryptionTargetBundle`, signed by OpenSSL: half of its signatures have a high S. */
export function signOtpTarget(data: string, signerPrivateKey: string, change: object = {}): string {
  const { jwk, publicKey } = describeKey(signerPrivateKey);
  const key = createPrivateKey({ key: jwk, format: "jwk" });
  return JSON.stringify({
    version: "v1.0.0",
    data: Buffer.from(data).toString("hex"),
    dataSignature: sign("sha256", Buffer.from(data), key).toString("hex"),
    enclaveQuorumPublic: publicKey,
    ...change,
  });
}
