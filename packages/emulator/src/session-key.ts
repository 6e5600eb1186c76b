import { generateKeyPair } from "./keys/key-pair.ts";
import { isCompressedPoint } from "./keys/public-key.ts";
import { sealSessionKey } from "./keys/seal-session-key.ts";

/** The signing key of a session. */
export interface ChosenKey {
  /** Compressed SEC1, hex, lower case. */
  readonly publicKey: string;
  /** The sealed private key, if the API has made the pair. It is sent only once. */
  readonly encryptedSessionSigningKey?: string;
}

/**
 * The signing key of a session. A compressed `clientPublicKey` is that key. For an uncompressed one, a key pair is made, and
 * its private key is sealed for `clientPublicKey`.
 */
export async function chooseSessionKey(clientPublicKey: string): Promise<ChosenKey> {
  if (isCompressedPoint(clientPublicKey)) return { publicKey: clientPublicKey.toLowerCase() };
  const { privateKey, publicKey } = generateKeyPair("compressed");
  return { publicKey, encryptedSessionSigningKey: await sealSessionKey(privateKey, clientPublicKey) };
}
