import { sha256 } from "@noble/hashes/sha2.js";
import { createBase58check } from "@scure/base";
import { GridDeviceError } from "../errors/grid-device-error.ts";
import { createInfo, joinKeys } from "../keys/hpke.ts";
import { Point } from "../keys/p256.ts";
import { readScalar } from "../keys/read-scalar.ts";
import { CLIENT, type ClientKey, holdKey, readSecret, SESSION, type SessionKey } from "./held-key.ts";
import { needRandom } from "./random.ts";
import { createSuite } from "./suite.ts";

/** Of the compressed key in front of the ciphertext. */
const POINT_BYTES = 33;

/**
 * Opens the `encryptedSessionSigningKey` of a verification with the client key whose `publicKey` was its
 * `clientPublicKey`. The API sends it once: keep the result, not the sealed key.
 *
 * Throws a `GridDeviceError`: `UNOPENABLE_KEY`, the same for a wrong client key and for damage of any kind;
 * `UNSUPPORTED` without `crypto.getRandomValues`.
 *
 * @example
 * ```ts
 * const { encryptedSessionSigningKey } = await post("/verify", { otp, clientPublicKey: clientKey.publicKey });
 * const sessionKey = await openSessionKey(encryptedSessionSigningKey, clientKey);
 * ```
 */
export async function openSessionKey(encryptedSessionSigningKey: string, clientKey: ClientKey): Promise<SessionKey> {
  needRandom();
  const secret = readSecret(CLIENT, clientKey);
  const scalar = secret && (await open(encryptedSessionSigningKey, secret).catch(() => undefined));
  const point = scalar && readScalar(scalar);
  if (scalar && point) return holdKey(SESSION, point.toHex(true), scalar);
  // Without a cause: the message of a library may contain its input.
  throw new GridDeviceError(
    "UNOPENABLE_KEY",
    "the session key cannot be opened: it is damaged, or was sealed for another client key; verify the credential " +
      "again with the publicKey of a client key that you keep in memory (JSON and copies lose it)",
  );
}

/** Turnkey's credential bundle: the compressed key and the ciphertext, in base58 with a checksum. */
async function open(sealed: string, secret: Uint8Array): Promise<Uint8Array> {
  const bytes = createBase58check(sha256).decode(sealed);
  // The bundle has it compressed, HPKE needs it uncompressed.
  const encapsulated = Point.fromBytes(bytes.subarray(0, POINT_BYTES)).toBytes(false);
  const suite = createSuite();
  const privateKey = await suite.DeserializePrivateKey(secret, false);
  const recipient = Point.BASE.multiply(Point.Fn.fromBytes(secret)).toBytes(false);
  const options = { info: createInfo(), aad: joinKeys(encapsulated, recipient) };
  return suite.Open(privateKey, encapsulated, bytes.subarray(POINT_BYTES), options);
}
