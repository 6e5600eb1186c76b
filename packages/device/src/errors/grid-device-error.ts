import { readField } from "../bytes/read-field.ts";

// A key of the global symbol registry, not a class: two copies of the package recognise each other's errors.
const BRAND = Symbol.for("@grid-sdk/device:error");

/**
 * - `UNOPENABLE_KEY`: a sealed session key that cannot be opened with this client key
 * - `UNTRUSTED_BUNDLE`: an `otpEncryptionTargetBundle` that is not valid, or that no expected key has signed
 * - `NOT_A_SESSION`: the body of a response is not an `AuthSession`; the API may still be at work
 * - `INVALID_KEY`: a public key that is not on P-256, or a key of the wrong kind for the session
 * - `INVALID_CODE`: a one-time password that is not a string, or empty
 * - `INVALID_CREDENTIAL`: a passkey credential, id or challenge that is not valid by WebAuthn or the specification
 * - `NOT_COMPLETED`: the user cancelled, time ran out, or no passkey fits; browsers do not say which (w3c/webauthn#2062)
 * - `ALREADY_REGISTERED`: the authenticator has one of `excludeCredentials`
 * - `WRONG_RP`: the RP ID does not belong to this page
 * - `UNSUPPORTED`: WebAuthn, WebCrypto or random numbers are missing here, or lack a feature; the message says which
 */
export type GridDeviceErrorCode =
  | "UNOPENABLE_KEY"
  | "UNTRUSTED_BUNDLE"
  | "NOT_A_SESSION"
  | "INVALID_KEY"
  | "INVALID_CODE"
  | "INVALID_CREDENTIAL"
  | "NOT_COMPLETED"
  | "ALREADY_REGISTERED"
  | "WRONG_RP"
  | "UNSUPPORTED";

/**
 * An error on the device that correct code has to handle. It contains no key and no one-time password. `cause` is the
 * browser's error, if there is one.
 */
export class GridDeviceError extends Error {
  override readonly name = "GridDeviceError";
  readonly code: GridDeviceErrorCode;

  constructor(code: GridDeviceErrorCode, message: string, options?: { readonly cause?: unknown }) {
    super(message, options);
    this.code = code;
    Object.defineProperty(this, BRAND, { value: true });
  }
}

/**
 * Whether a caught value is an error of this package; with a `code`, whether it has that code. It also works across
 * copies and module formats of the package, where `instanceof` does not.
 *
 * @example
 * ```ts
 * try {
 *   await getPasskey(challenge);
 * } catch (error) {
 *   if (!isGridDeviceError(error, "NOT_COMPLETED")) throw error;
 *   // The user cancelled, or no passkey fits: offer another way to sign in.
 * }
 * ```
 */
export function isGridDeviceError<Code extends GridDeviceErrorCode = GridDeviceErrorCode>(
  value: unknown,
  code?: Code,
): value is GridDeviceError & { readonly code: Code } {
  return readField(value, BRAND) === true && (code === undefined || readField(value, "code") === code);
}
