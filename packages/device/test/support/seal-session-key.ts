import { createHash, ECDH } from "node:crypto";
import { Aes256Gcm, CipherSuite as CoreSuite, DhkemP256HkdfSha256, HkdfSha256 } from "@hpke/core";
import { createBase58check } from "@scure/base";
import { formatHpkeBuf, hpkeEncrypt } from "@turnkey/crypto";
import { AEAD_AES_256_GCM, CipherSuite, KDF_HKDF_SHA256, KEM_DHKEM_P256_HKDF_SHA256 } from "hpke";

export const base58check = createBase58check(
  (data: Uint8Array) => new Uint8Array(createHash("sha256").update(data).digest()),
);

const INFO = new TextEncoder().encode("turnkey_hpke");

/** Seals a session's private key (hex) for a client's public key (130 hex), as the API does. */
export type Seal = (sessionKey: string, clientPublicKey: string) => Promise<string>;

export const sealWithTurnkey: Seal = async (sessionKey, clientPublicKey) => {
  const sealed = hpkeEncrypt({ plainTextBuf: fromHex(sessionKey), targetKeyBuf: fromHex(clientPublicKey) });
  // The bytes that Turnkey's server writes as base58check.
  const { encappedPublic, ciphertext } = JSON.parse(formatHpkeBuf(sealed)) as Record<string, string>;
  return encodeBundle(fromHex(encappedPublic ?? ""), fromHex(ciphertext ?? ""));
};

export const sealWithHpkeCore: Seal = async (sessionKey, clientPublicKey) => {
  const suite = new CoreSuite({ kem: new DhkemP256HkdfSha256(), kdf: new HkdfSha256(), aead: new Aes256Gcm() });
  const recipient = fromHex(clientPublicKey);
  const recipientPublicKey = await suite.kem.deserializePublicKey(recipient.buffer);
  const sender = await suite.createSenderContext({ recipientPublicKey, info: INFO });
  const encapsulated = new Uint8Array(sender.enc);
  const aad = Uint8Array.of(...encapsulated, ...recipient);
  return encodeBundle(encapsulated, new Uint8Array(await sender.seal(fromHex(sessionKey).buffer, aad.buffer)));
};

/** Uses the package's own library, so that other libraries can open the result. */
export const sealWithHpke: Seal = async (sessionKey, clientPublicKey) => {
  const suite = new CipherSuite(KEM_DHKEM_P256_HKDF_SHA256, KDF_HKDF_SHA256, AEAD_AES_256_GCM);
  const recipient = fromHex(clientPublicKey);
  const { encapsulatedSecret, ctx } = await suite.SetupSender(await suite.DeserializePublicKey(recipient), {
    info: INFO,
  });
  const aad = Uint8Array.of(...encapsulatedSecret, ...recipient);
  return encodeBundle(encapsulatedSecret, await ctx.Seal(fromHex(sessionKey), aad));
};

/** base58check of the compressed encapsulated key and the ciphertext. */
export function encodeBundle(encapsulated: Uint8Array, ciphertext: Uint8Array): string {
  const compressed = ECDH.convertKey(encapsulated, "prime256v1", undefined, undefined, "compressed") as Buffer;
  return base58check.encode(Uint8Array.of(...compressed, ...ciphertext));
}

export function fromHex(hex: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(Buffer.from(hex, "hex"));
}
