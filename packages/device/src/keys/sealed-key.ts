import { base58 } from "@scure/base";
import type { ClientKey } from "./client-key.ts";
import { getSubtleCrypto } from "./crypto-key.ts";
import { createSuite, INFO, joinKeys } from "./hpke.ts";
import { Point } from "./p256.ts";

// Turnkey's credential bundle, in which the API has sealed session keys from its first day: the example in the
// specification opens with nothing else. Verified with @turnkey/crypto in test/open-session-key.test.ts.
const POINT_BYTES = 33;
const CHECKSUM_BYTES = 4;

/** The sealed bytes, by HPKE base mode. Throws any kind of error. */
export async function openSealedKey(sealed: string, { keyPair }: ClientKey): Promise<Uint8Array> {
  const bytes = await readBase58check(sealed);
  // Sent compressed, used uncompressed. Firefox and WebKit cannot decompress a point.
  const encapsulated = Point.fromBytes(bytes.subarray(0, POINT_BYTES)).toBytes(false);
  const recipient = new Uint8Array(await getSubtleCrypto().exportKey("raw", keyPair.publicKey));
  const aad = joinKeys(encapsulated, recipient);
  return createSuite().Open(keyPair, encapsulated, bytes.subarray(POINT_BYTES), { info: INFO, aad });
}

/** Base58 of the data and of the first four bytes of its double SHA-256. */
async function readBase58check(text: string): Promise<Uint8Array> {
  const bytes = base58.decode(text);
  const data = bytes.slice(0, -CHECKSUM_BYTES);
  const subtle = getSubtleCrypto();
  const digest = new Uint8Array(await subtle.digest("SHA-256", await subtle.digest("SHA-256", data)));
  const isIntact = bytes.slice(-CHECKSUM_BYTES).every((byte, index) => byte === digest[index]);
  if (!isIntact) throw new RangeError("checksum");
  return data;
}
