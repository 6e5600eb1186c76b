import { generateKeyPair } from "./keys/key-pair.ts";
import { isCompressedPoint } from "./keys/public-key.ts";
import { sealSessionKey } from "./keys/seal-session-key.ts";

/** A session's signing key. */
export interface ChosenKey {
  /** Compressed SEC1, hex, lower case. */
  readonly publicKey: string;
  /** The private half, sealed, where the API has made it: given out once and never again. */
  readonly encryptedSessionSigningKey?: string;
}

/**
 * The signing key of a session for a `clientPublicKey`: a compressed one is it; for an uncompressed one a key pair is
 * made, whose private half is sealed for it.
 */
export async function chooseSessionKey(clientPublicKey: string): Promise<ChosenKey> {
  if (isCompressedPoint(clientPublicKey)) return { publicKey: clientPublicKey.toLowerCase() };
  const { privateKey, publicKey } = generateKeyPair("compressed");
  return { publicKey, encryptedSessionSigningKey: await sealSessionKey(privateKey, clientPublicKey) };
}
