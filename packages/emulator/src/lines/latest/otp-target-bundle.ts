import type { OtpSigner } from "../../keys/otp-signer.ts";
import type { SealTarget } from "../../state/model.ts";

/** The API's own organization. Clients do not know it. */
export const ORGANIZATION_ID = "00000000-0000-4000-8000-000000000001";

/** An `otpEncryptionTargetBundle`: what a code is sealed to, signed. The signature is over the bytes of `data`. */
export function makeTargetBundle({ publicKey }: SealTarget, signer: OtpSigner): string {
  const data = Buffer.from(JSON.stringify({ targetPublic: publicKey, organizationId: ORGANIZATION_ID }));
  return JSON.stringify({
    version: "v1.0.0",
    data: data.toString("hex"),
    dataSignature: signer.sign(data, "der").toString("hex"),
    enclaveQuorumPublic: signer.publicKey,
  });
}
