import { createECDH } from "node:crypto";

/** A new key pair of P-256: both halves in hex. */
export function generateKeyPair(form: "compressed" | "uncompressed"): {
  readonly privateKey: string;
  readonly publicKey: string;
} {
  const ecdh = createECDH("prime256v1");
  const publicKey = ecdh.generateKeys("hex", form);
  return { privateKey: ecdh.getPrivateKey("hex").padStart(64, "0"), publicKey };
}
