import { bytesToHex } from "@noble/curves/utils.js";
import type { CipherSuite } from "hpke";
import { encodeUtf8 } from "../bytes/utf8.ts";

/** Turnkey's choice, which the API took over for everything that it seals or has sealed. */
export const createInfo = (): Uint8Array => encodeUtf8("turnkey_hpke");

/** The additional data of a seal: both public keys, uncompressed. */
export function joinKeys(encapsulated: Uint8Array, recipient: Uint8Array): Uint8Array {
  return new Uint8Array([...encapsulated, ...recipient]);
}

/** Seals for a public key, and writes the seal as the API reads it. Not by the suite's own `Seal`: it wants the additional data first. */
export async function sealFor(suite: CipherSuite, recipient: Uint8Array, plaintext: Uint8Array): Promise<string> {
  const recipientKey = await suite.DeserializePublicKey(recipient);
  const { encapsulatedSecret, ctx } = await suite.SetupSender(recipientKey, { info: createInfo() });
  const ciphertext = await ctx.Seal(plaintext, joinKeys(encapsulatedSecret, recipient));
  return JSON.stringify({ encappedPublic: bytesToHex(encapsulatedSecret), ciphertext: bytesToHex(ciphertext) });
}
