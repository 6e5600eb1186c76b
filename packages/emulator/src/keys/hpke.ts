import { AEAD_AES_256_GCM, CipherSuite, KDF_HKDF_SHA256, KEM_DHKEM_P256_HKDF_SHA256 } from "hpke";

/** HPKE (RFC 9180) as the API uses it: base mode with DHKEM(P-256), HKDF-SHA256 and AES-256-GCM. */
export const SUITE = new CipherSuite(KEM_DHKEM_P256_HKDF_SHA256, KDF_HKDF_SHA256, AEAD_AES_256_GCM);
// Not with TextEncoder: in jsdom its bytes belong to another realm.
export const INFO = fromHex(Buffer.from("turnkey_hpke").toString("hex"));

export function fromHex(hex: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(Buffer.from(hex, "hex"));
}
