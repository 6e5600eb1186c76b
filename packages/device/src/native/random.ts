import { readField } from "../bytes/read-field.ts";
import { unsupported } from "../errors/unsupported.ts";

const SEED_BYTES = 48;

/**
 * Random bytes, as many as a P-256 key is made of without bias (FIPS 186-5, A.2.1). Throws `UNSUPPORTED` where there are
 * none. Looked up at each call: a polyfill may come late.
 */
export function createSeed(): Uint8Array {
  const source = readField(globalThis, "crypto");
  const seed = new Uint8Array(SEED_BYTES);
  if (typeof readField(source, "getRandomValues") !== "function") throw refuseSource("which is missing here");
  try {
    (source as Crypto).getRandomValues(seed);
  } catch (cause) {
    throw refuseSource("which fails here", cause);
  }
  // A stub that does nothing would give everybody the same key.
  if (seed.every((byte) => byte === 0)) throw refuseSource("which gives zeros here");
  return seed;
}

/**
 * Throws `UNSUPPORTED` where there are no random numbers. Asked before a private key is used: noble blinds what it
 * multiplies by one, and what it says without them would be taken for a damaged key.
 */
export function needRandom(): void {
  createSeed();
}

function refuseSource(problem: string, cause?: unknown) {
  return unsupported(
    `keys need crypto.getRandomValues, ${problem}: import react-native-get-random-values in the app's first line, or ` +
      "set it from expo-crypto",
    cause,
  );
}
