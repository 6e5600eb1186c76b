import * as main from "../../src/index.ts";
import * as native from "../../src/native.ts";
import { CLIENT, holdKey } from "../../src/native/held-key.ts";
import { describeKey, importClientKey } from "./import-keys.ts";

/** A key as `generateClientKey` makes it in React Native, from a test's private key in hex. */
export async function importNativeClientKey(privateKey: string): Promise<native.ClientKey> {
  return holdKey(CLIENT, describeKey(privateKey).publicKey, Uint8Array.from(Buffer.from(privateKey, "hex")));
}

const pages = { ...main, importClientKey };
// A test passes keys on and does not read them.
const phones = { ...native, importClientKey: importNativeClientKey } as unknown as Omit<
  typeof pages,
  "createPasskey" | "getPasskey"
>;

/** Both entries that have keys, by the platform that runs them: each has to do the same. */
export const HALVES = [
  ["with WebCrypto", pages],
  ["in React Native", phones],
] as const;
