import { createECDH } from "node:crypto";
import type { ClientKey } from "../../src/index.ts";

/** A key as `generateClientKey` makes it, from a test's private key in hex. */
export async function importClientKey(privateKey: string): Promise<ClientKey> {
  const { publicKey, jwk } = describeKey(privateKey);
  const { d: _, ...publicJwk } = jwk;
  const algorithm = { name: "ECDH", namedCurve: "P-256" };
  return {
    publicKey,
    keyPair: {
      publicKey: await crypto.subtle.importKey("jwk", publicJwk, algorithm, true, []),
      privateKey: await crypto.subtle.importKey("jwk", jwk, algorithm, false, ["deriveBits"]),
    },
  };
}

/** Uses OpenSSL, independently of the package. */
export function describeKey(privateKey: string) {
  const ecdh = createECDH("prime256v1");
  ecdh.setPrivateKey(privateKey, "hex");
  const raw = ecdh.getPublicKey();
  const jwk = {
    kty: "EC",
    crv: "P-256",
    x: raw.subarray(1, 33).toString("base64url"),
    y: raw.subarray(33).toString("base64url"),
    d: Buffer.from(privateKey, "hex").toString("base64url"),
  };
  return { publicKey: raw.toString("hex"), compressed: ecdh.getPublicKey("hex", "compressed"), jwk };
}
