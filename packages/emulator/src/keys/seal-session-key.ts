import { createHash, ECDH } from "node:crypto";
import { createBase58check } from "@scure/base";
import { AEAD_AES_256_GCM, CipherSuite, KDF_HKDF_SHA256, KEM_DHKEM_P256_HKDF_SHA256 } from "hpke";

const base58check = createBase58check((data: Uint8Array) =>
  Uint8Array.from(createHash("sha256").update(data).digest()),
);
const INFO = new TextEncoder().encode("turnkey_hpke");

/**
 * Seals a session's private key for a client's public key, both in hex, as the API does: HPKE base mode (RFC 9180) with
 * DHKEM(P-256), HKDF-SHA256 and AES-256-GCM, in Turnkey's credential bundle: base58check of the compressed encapsulated
 * key and the ciphertext.
 */
export async function sealSessionKey(privateKey: string, clientPublicKey: string): Promise<string> {
  const suite = new CipherSuite(KEM_DHKEM_P256_HKDF_SHA256, KDF_HKDF_SHA256, AEAD_AES_256_GCM);
  const recipient = fromHex(clientPublicKey);
  const recipientKey = await suite.DeserializePublicKey(recipient);
  // In two steps: the additional data holds the encapsulated key.
  const { encapsulatedSecret, ctx } = await suite.SetupSender(recipientKey, { info: INFO });
  const ciphertext = await ctx.Seal(fromHex(privateKey), Uint8Array.of(...encapsulatedSecret, ...recipient));
  const compressed = ECDH.convertKey(encapsulatedSecret, "prime256v1", undefined, undefined, "compressed") as Buffer;
  return base58check.encode(Uint8Array.of(...compressed, ...ciphertext));
}

function fromHex(hex: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(Buffer.from(hex, "hex"));
}
