import { randomUUID } from "node:crypto";
import type { OtpSigner } from "../../keys/otp-signer.ts";
import type { OtpCredential } from "../../state/model.ts";
import { ORGANIZATION_ID } from "./otp-target-bundle.ts";

const VERIFICATION_TYPES = { EMAIL_OTP: "OTP_TYPE_EMAIL", SMS_OTP: "OTP_TYPE_SMS" };

/**
 * The token that proves which key was sealed with a right code: a JSON Web Token (ES256) in Turnkey's form. All its claims
 * are strings. `exp` is in milliseconds.
 */
export function makeVerificationToken(
  { type, to }: OtpCredential,
  publicKey: string,
  expiresAt: number,
  signer: OtpSigner,
): string {
  const claims = {
    id: randomUUID(),
    verification_type: VERIFICATION_TYPES[type],
    contact: to,
    organization_id: ORGANIZATION_ID,
    public_key: publicKey,
    exp: String(expiresAt),
  };
  const content = `${encode({ alg: "ES256", typ: "JWT" })}.${encode(claims)}`;
  return `${content}.${signer.sign(Buffer.from(content), "ieee-p1363").toString("base64url")}`;
}

function encode(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString("base64url");
}
