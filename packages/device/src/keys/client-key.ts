import { type DeviceCryptoKey, withSubtle } from "./crypto-key.ts";
import { Point } from "./p256.ts";

/** The key that the API seals a session's signing key for. A plain object of `CryptoKey`s: IndexedDB can keep it. */
export interface ClientKey {
  /**
   * The `clientPublicKey`: uncompressed SEC1, hex, 130 characters. On 2026-04-23 your backend puts it into the body of
   * the verification. On `latest`, which deprecates this form, a passkey's goes into the body of the challenge.
   */
  readonly publicKey: string;
  /** ECDH P-256, the private half not extractable. */
  readonly keyPair: { readonly publicKey: DeviceCryptoKey; readonly privateKey: DeviceCryptoKey };
}

/**
 * Makes the key pair for one verification of the line 2026-04-23. On `latest` use `generateSessionKey`.
 *
 * Keep it until `openSessionKey` has opened what the API sealed for it.
 *
 * Throws a `GridDeviceError` `UNSUPPORTED` without WebCrypto.
 *
 * @example
 * ```ts
 * const clientKey = await generateClientKey();
 * const session = await post("/verify", { otp, clientPublicKey: clientKey.publicKey });
 * const sessionKey = await sessionKeyOf(session, clientKey);
 * ```
 */
export async function generateClientKey(): Promise<ClientKey> {
  const ecdh = { name: "ECDH", namedCurve: "P-256" };
  const { raw, keyPair } = await withSubtle("generate a client key", async (subtle) => {
    const { publicKey, privateKey } = await subtle.generateKey(ecdh, false, ["deriveBits"]);
    return { raw: await subtle.exportKey("raw", publicKey), keyPair: { publicKey, privateKey } };
  });
  return { publicKey: Point.fromBytes(new Uint8Array(raw)).toHex(false), keyPair };
}
