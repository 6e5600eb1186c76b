import { bytesToHex } from "@noble/curves/utils.js";
import type { CipherSuite } from "hpke";
import { encodeUtf8 } from "../bytes/utf8.ts";

/** Turnkey's choice, which the API uses for all that it seals. */
export const createInfo = (): Uint8Array => encodeUtf8("turnkey_hpke");

/** The additional data of a seal: both public keys, uncompressed. */
export function joinKeys(encapsulated: Uint8Array, recipient: Uint8Array): Uint8Array {
  return new Uint8Array([...encapsulated, ...recipient]);
}

/**
 * Seals for a public key, in the format that the API reads. The suite's own `Seal` does not fit: it needs the additional
 * data before the encapsulated key is known.
 */
export async function sealFor(suite: CipherSuite, recipient: Uint8Array, plaintext: Uint8Array): Promise<string> {
  const recipientKey = await suite.DeserializePublicKey(recipient);
  const { encapsulatedSecret, ctx } = await suite.SetupSender(recipientKey, { info: createInfo() });
  const ciphertext = await ctx.Seal(plaintext, joinKeys(encapsulatedSecret, recipient));
  return JSON.stringify({ encappedPublic: bytesToHex(encapsulatedSecret), ciphertext: bytesToHex(ciphertext) });
}
