import { p256 } from "./p256.ts";
import { bytesToHex } from "@noble/curves/utils.js";
import { CLIENT, type ClientKey, holdKey } from "./held-key.ts";
import { createSeed } from "./random.ts";

/**
 * Makes the key pair for one verification of the line 2026-04-23. On `latest` use `generateSessionKey`.
 *
 * Keep it until `openSessionKey` has opened what the API sealed for it.
 *
 * Throws a `GridDeviceError` `UNSUPPORTED` without `crypto.getRandomValues`.
 *
 * @example
 * ```ts
 * const clientKey = await generateClientKey();
 * const session = await post("/verify", { otp, clientPublicKey: clientKey.publicKey });
 * const sessionKey = await sessionKeyOf(session, clientKey);
 * ```
 */
export async function generateClientKey(): Promise<ClientKey> {
  const scalar = p256.utils.randomSecretKey(createSeed());
  return holdKey(CLIENT, bytesToHex(p256.getPublicKey(scalar, false)), scalar);
}
