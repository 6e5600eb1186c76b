import { readField } from "../bytes/read-field.ts";
import { unsupported } from "../errors/unsupported.ts";

const SEED_BYTES = 48;

/**
 * Random bytes, enough for a P-256 key without bias (FIPS 186-5, A.2.1). Throws `UNSUPPORTED` without a source. Each call
 * looks up the source: a polyfill may load late.
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
 * Throws `UNSUPPORTED` if there are no random numbers. Call it before you use a private key: noble needs random numbers
 * to blind the key, and without them it fails as it does for a damaged key.
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
