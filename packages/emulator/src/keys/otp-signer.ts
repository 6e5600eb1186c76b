import { generateKeyPairSync, sign } from "node:crypto";

/** The key that signs the targets of sealed one-time passwords, and verification tokens. */
export interface OtpSigner {
  /** Uncompressed SEC1: 130 hex digits. */
  readonly publicKey: string;
  /** ECDSA (P-256, SHA-256): in DER as the API's bundles have it, or r and s as JSON Web Signatures do (RFC 7518, 3.4). */
  sign(data: Uint8Array, encoding: "der" | "ieee-p1363"): Buffer;
}

export function createOtpSigner(): OtpSigner {
  const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const { x = "", y = "" } = publicKey.export({ format: "jwk" });
  return {
    publicKey: `04${Buffer.from(x, "base64url").toString("hex")}${Buffer.from(y, "base64url").toString("hex")}`,
    sign: (data, dsaEncoding) => sign("sha256", data, { key: privateKey, dsaEncoding }),
  };
}
