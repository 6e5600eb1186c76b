import { createECDH } from "node:crypto";
import { AEAD_AES_256_GCM, CipherSuite, KDF_HKDF_SHA256, KEM_DHKEM_P256_HKDF_SHA256 } from "hpke";
import type { SentCode } from "./start-latest-flow.ts";

/** Seals a code with an uncompressed key, which `sealOtp` never does: as the API's samples of that day. */
export async function sealUncompressed({ bundle, code }: SentCode): Promise<string> {
  const { data } = JSON.parse(bundle) as { data: string };
  const { targetPublic } = JSON.parse(Buffer.from(data, "hex").toString()) as { targetPublic: string };
  const suite = new CipherSuite(KEM_DHKEM_P256_HKDF_SHA256, KDF_HKDF_SHA256, AEAD_AES_256_GCM);
  const target = Uint8Array.from(Buffer.from(targetPublic, "hex"));
  const info = new TextEncoder().encode("turnkey_hpke");
  const { encapsulatedSecret, ctx } = await suite.SetupSender(await suite.DeserializePublicKey(target), { info });
  const publicKey = createECDH("prime256v1").generateKeys("hex", "uncompressed");
  const plaintext = new TextEncoder().encode(JSON.stringify({ otp_code: code, public_key: publicKey }));
  const ciphertext = await ctx.Seal(plaintext, Uint8Array.of(...encapsulatedSecret, ...target));
  return JSON.stringify({ encappedPublic: toHex(encapsulatedSecret), ciphertext: toHex(ciphertext) });
}

function toHex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString("hex");
}
