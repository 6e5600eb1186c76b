import { Aes256Gcm, CipherSuite as CoreSuite, DhkemP256HkdfSha256, HkdfSha256 } from "@hpke/core";
import { hpkeDecrypt } from "@turnkey/crypto";
import { AEAD_AES_256_GCM, CipherSuite, KDF_HKDF_SHA256, KEM_DHKEM_P256_HKDF_SHA256 } from "hpke";
import { describeKey, importClientKey } from "./import-keys.ts";
import { fromHex } from "./seal-session-key.ts";

const INFO = new TextEncoder().encode("turnkey_hpke");

/** Opens an `encryptedOtpBundle` with the target's private key, as the API does. */
export type OpenOtp = (encryptedOtpBundle: string, targetPrivateKey: string) => Promise<string>;

function read(encryptedOtpBundle: string) {
  const { encappedPublic, ciphertext } = JSON.parse(encryptedOtpBundle) as Record<string, string>;
  return { encapsulated: fromHex(encappedPublic ?? ""), ciphertext: fromHex(ciphertext ?? "") };
}

const join = (encapsulated: Uint8Array, targetPrivateKey: string) =>
  Uint8Array.of(...encapsulated, ...fromHex(describeKey(targetPrivateKey).publicKey));

export const openWithTurnkey: OpenOtp = async (bundle, privateKey) => {
  const { encapsulated, ciphertext } = read(bundle);
  const opened = hpkeDecrypt({ ciphertextBuf: ciphertext, encappedKeyBuf: encapsulated, receiverPriv: privateKey });
  return new TextDecoder().decode(opened);
};

const openWithHpkeCore: OpenOtp = async (bundle, privateKey) => {
  const { encapsulated, ciphertext } = read(bundle);
  const suite = new CoreSuite({ kem: new DhkemP256HkdfSha256(), kdf: new HkdfSha256(), aead: new Aes256Gcm() });
  const recipientKey = await suite.kem.importKey("raw", fromHex(privateKey).buffer, false);
  const recipient = await suite.createRecipientContext({ recipientKey, enc: encapsulated.buffer, info: INFO });
  return new TextDecoder().decode(await recipient.open(ciphertext.buffer, join(encapsulated, privateKey).buffer));
};

const openWithHpke: OpenOtp = async (bundle, privateKey) => {
  const { encapsulated, ciphertext } = read(bundle);
  const suite = new CipherSuite(KEM_DHKEM_P256_HKDF_SHA256, KDF_HKDF_SHA256, AEAD_AES_256_GCM);
  const { keyPair } = await importClientKey(privateKey);
  const aad = join(encapsulated, privateKey);
  return new TextDecoder().decode(await suite.Open(keyPair, encapsulated, ciphertext, { info: INFO, aad }));
};

export const OTP_OPENERS: readonly (readonly [string, OpenOtp])[] = [
  ["@turnkey/crypto", openWithTurnkey],
  ["@hpke/core", openWithHpkeCore],
  ["hpke", openWithHpke],
];
