import { createECDH } from "node:crypto";

/** A new P-256 key pair, in hex. */
export function generateKeyPair(form: "compressed" | "uncompressed"): {
  readonly privateKey: string;
  readonly publicKey: string;
} {
  const ecdh = createECDH("prime256v1");
  const publicKey = ecdh.generateKeys("hex", form);
  return { privateKey: ecdh.getPrivateKey("hex").padStart(64, "0"), publicKey };
}
