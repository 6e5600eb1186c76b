import { GridDeviceError } from "../errors/grid-device-error.ts";

/** The platform's `CryptoKey`, whether the DOM library or @types/node declares it. */
export type DeviceCryptoKey = typeof globalThis extends {
  crypto: { subtle: { importKey(...args: never[]): Promise<infer Key> } };
}
  ? Key
  : { readonly type: string; readonly extractable: boolean; readonly algorithm: object; readonly usages: string[] };

/** Throws `UNSUPPORTED` where there is none: in a page without https. */
export function getSubtleCrypto(): SubtleCrypto {
  const subtle = (globalThis as { crypto?: Partial<Crypto> }).crypto?.subtle;
  if (subtle) return subtle;
  throw new GridDeviceError("UNSUPPORTED", "keys need WebCrypto, which a page has on https or localhost alone");
}
