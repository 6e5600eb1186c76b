import { base58 } from "@scure/base";
import { readField } from "../bytes/read-field.ts";
import { GridDeviceError } from "../errors/grid-device-error.ts";
import type { ClientKey } from "./client-key.ts";
import { cannot, withSubtle } from "./crypto-key.ts";
import { createInfo, joinKeys } from "./hpke.ts";
import { Point } from "./p256.ts";
import { createSuite } from "./suite.ts";

// Turnkey's credential bundle, in which the API has sealed session keys from its first day: the example in the
// specification opens with nothing else. Verified with @turnkey/crypto in test/open-session-key.test.ts.
const POINT_BYTES = 33;
const CHECKSUM_BYTES = 4;

/** The decrypted bytes (HPKE base mode). Throws `UNOPENABLE_KEY`, or `UNSUPPORTED` if the platform lacks a feature. */
export async function openSealedKey(sealed: string, clientKey: ClientKey): Promise<Uint8Array> {
  const bytes = await readBase58check(sealed);
  // The bundle has it compressed, HPKE needs it uncompressed. Firefox and WebKit cannot decompress a point.
  const encapsulated = decode(() => Point.fromBytes(bytes.subarray(0, POINT_BYTES)).toBytes(false));
  const keyPair = readKeyPair(clientKey);
  const exported = await withSubtle("export a client key", (subtle) => subtle.exportKey("raw", keyPair.publicKey));
  const recipient = new Uint8Array(exported);
  const options = { info: createInfo(), aad: joinKeys(encapsulated, recipient) };
  try {
    return await createSuite().Open(keyPair, encapsulated, bytes.subarray(POINT_BYTES), options);
  } catch (error) {
    throw isWrongTag(error) ? refuseSealedKey() : cannot("open a session key", error);
  }
}

/** One error for a wrong client key and for damage. Without a cause: the message of a library may contain its input. */
export function refuseSealedKey(): GridDeviceError {
  return new GridDeviceError(
    "UNOPENABLE_KEY",
    "the session key cannot be opened: it is damaged, or was sealed for another client key; verify the credential " +
      "again with the publicKey of a client key that you keep (in IndexedDB: JSON loses its keys)",
  );
}

/** Base58 of the data followed by the first four bytes of its double SHA-256. */
async function readBase58check(text: string): Promise<Uint8Array> {
  const bytes = decode(() => base58.decode(text));
  const data = bytes.slice(0, -CHECKSUM_BYTES);
  const hashed = await withSubtle("hash", async (subtle) =>
    subtle.digest("SHA-256", await subtle.digest("SHA-256", data)),
  );
  const digest = new Uint8Array(hashed);
  const isIntact = bytes.slice(-CHECKSUM_BYTES).every((byte, index) => byte === digest[index]);
  if (!isIntact) throw refuseSealedKey();
  return data;
}

/** JSON loses the `CryptoKey` that derives bits. */
function readKeyPair(clientKey: ClientKey): ClientKey["keyPair"] {
  const keyPair = readField(clientKey, "keyPair") as ClientKey["keyPair"];
  const usages = readField(readField(keyPair, "privateKey"), "usages");
  if (Array.isArray(usages) && usages.includes("deriveBits")) return keyPair;
  throw refuseSealedKey();
}

/** Whether AES-GCM itself failed, which is an OperationError (WebCrypto, section 29.4.2). */
function isWrongTag(error: unknown): boolean {
  return readField(error, "name") === "OpenError" && readField(readField(error, "cause"), "name") === "OperationError";
}

function decode<Value>(read: () => Value): Value {
  try {
    return read();
  } catch {
    throw refuseSealedKey();
  }
}
