import * as main from "../../src/index.ts";
import * as native from "../../src/native.ts";
import { holdClientKey } from "../../src/native/held-key.ts";
import { describeKey, importClientKey } from "./import-keys.ts";

/** What `generateClientKey` makes in React Native, of a private key in hex that a test knows. */
export async function importNativeClientKey(privateKey: string): Promise<native.ClientKey> {
  return holdClientKey(describeKey(privateKey).publicKey, Uint8Array.from(Buffer.from(privateKey, "hex")));
}

const pages = { ...main, importClientKey };
// A test hands on keys and does not look into them.
const phones = { ...native, importClientKey: importNativeClientKey } as unknown as Omit<
  typeof pages,
  "createPasskey" | "getPasskey"
>;

/** Both entries that have keys, by what runs them: each has to do the same. */
export const HALVES = [
  ["with WebCrypto", pages],
  ["in React Native", phones],
] as const;
