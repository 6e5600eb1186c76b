import { readField } from "../bytes/read-field.ts";
import { refusePlatform, unsupported } from "../errors/unsupported.ts";

/** The platform's `CryptoKey`, whether the DOM library or @types/node declares it. */
export type DeviceCryptoKey = typeof globalThis extends {
  crypto: { subtle: { importKey(...args: never[]): Promise<infer Key> } };
}
  ? Key
  : { readonly type: string; readonly extractable: boolean; readonly algorithm: object; readonly usages: string[] };

/** Throws `UNSUPPORTED` if it is missing, as in a page without https. Each call looks it up: a polyfill may load late. */
export function getSubtleCrypto(): SubtleCrypto {
  const subtle = readField(readField(globalThis, "crypto"), "subtle") as SubtleCrypto | undefined;
  if (subtle) return subtle;
  throw refusePlatform("keys need WebCrypto (crypto.subtle)");
}

/**
 * Runs calls of WebCrypto and nothing else. So an error is the platform's, such as a polyfill without `importKey`: it
 * rejects with `UNSUPPORTED`, whose `cause` is the platform's error.
 */
export async function withSubtle<Result>(
  task: string,
  act: (subtle: SubtleCrypto) => Promise<Result>,
): Promise<Result> {
  const subtle = getSubtleCrypto();
  try {
    return await act(subtle);
  } catch (cause) {
    throw cannot(task, cause);
  }
}

export function cannot(task: string, cause?: unknown) {
  return unsupported(`WebCrypto here cannot ${task}`, cause);
}
