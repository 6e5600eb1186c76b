import { createECDH } from "node:crypto";

/** A new signing key of a session: both halves in hex, the public one compressed. */
export function generateSessionKey(): { readonly privateKey: string; readonly publicKey: string } {
  const ecdh = createECDH("prime256v1");
  const publicKey = ecdh.generateKeys("hex", "compressed");
  return { privateKey: ecdh.getPrivateKey("hex").padStart(64, "0"), publicKey };
}
