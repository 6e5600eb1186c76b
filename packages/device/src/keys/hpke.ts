import { AEAD_AES_256_GCM, CipherSuite, KDF_HKDF_SHA256, KEM_DHKEM_P256_HKDF_SHA256 } from "hpke";
import { encodeUtf8 } from "../bytes/utf8.ts";

/** Turnkey's choice, which the API took over for everything that it seals or has sealed. */
export const createInfo = (): Uint8Array => encodeUtf8("turnkey_hpke");

/** RFC 9180: DHKEM(P-256), HKDF-SHA256, AES-256-GCM. */
export function createSuite(): CipherSuite {
  return new CipherSuite(KEM_DHKEM_P256_HKDF_SHA256, KDF_HKDF_SHA256, AEAD_AES_256_GCM);
}

/** The additional data of a seal: both public keys, uncompressed. */
export function joinKeys(encapsulated: Uint8Array, recipient: Uint8Array): Uint8Array {
  return new Uint8Array([...encapsulated, ...recipient]);
}
