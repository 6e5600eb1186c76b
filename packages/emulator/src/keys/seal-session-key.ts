import { createHash, ECDH } from "node:crypto";
import { createBase58check } from "@scure/base";
import { fromHex, INFO, SUITE } from "./hpke.ts";

const base58check = createBase58check((data: Uint8Array) =>
  Uint8Array.from(createHash("sha256").update(data).digest()),
);

/**
 * Seals a session's private key for a client's public key, both in hex, as the API does: with HPKE, in Turnkey's
 * credential bundle: base58check of the compressed encapsulated key and the ciphertext.
 */
export async function sealSessionKey(privateKey: string, clientPublicKey: string): Promise<string> {
  const recipient = fromHex(clientPublicKey);
  const recipientKey = await SUITE.DeserializePublicKey(recipient);
  // In two steps: the additional data holds the encapsulated key.
  const { encapsulatedSecret, ctx } = await SUITE.SetupSender(recipientKey, { info: INFO });
  const ciphertext = await ctx.Seal(fromHex(privateKey), Uint8Array.of(...encapsulatedSecret, ...recipient));
  const compressed = ECDH.convertKey(encapsulatedSecret, "prime256v1", undefined, undefined, "compressed") as Buffer;
  return base58check.encode(Uint8Array.of(...compressed, ...ciphertext));
}
