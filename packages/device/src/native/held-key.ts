import { readField } from "../bytes/read-field.ts";

// A key of the global symbol registry: two copies of the package accept each other's keys. The value is a function that is
// not enumerable, so no key shows in a log, in JSON, in a copy by spread, or in an inspector that shows hidden fields.
export const SESSION: unique symbol = Symbol.for("@grid-sdk/device:session-key");
export const CLIENT: unique symbol = Symbol.for("@grid-sdk/device:client-key");

type Secret = () => Uint8Array;

/**
 * The key that signs for a session. Its private half is in the memory of the app, but not in JSON or in a copy made by
 * spread. Use `exportSessionKey` to keep it in the phone's secure store.
 */
export interface SessionKey {
  /** Compressed SEC1, hex, 66 characters. `generateSessionKey` describes where to send it. */
  readonly publicKey: string;
  readonly [SESSION]: Secret;
}

/** The key that the API seals a session's signing key for. Its private half is in the memory of the app. */
export interface ClientKey {
  /**
   * The `clientPublicKey`: uncompressed SEC1, hex, 130 characters. On 2026-04-23 your backend puts it into the body of
   * the verification. On `latest`, which deprecates this form, a passkey's goes into the body of the challenge.
   */
  readonly publicKey: string;
  readonly [CLIENT]: Secret;
}

/** A key whose private half shows nowhere. */
export function holdKey<Kind extends symbol>(kind: Kind, publicKey: string, scalar: Uint8Array) {
  const secret: Secret = () => Uint8Array.from(scalar);
  const key = Object.freeze(Object.defineProperty({ publicKey }, kind, { value: secret }));
  return key as { readonly publicKey: string } & { readonly [Name in Kind]: Secret };
}

/** A copy of the private key. Undefined for a value that is not a key of this kind, or for one whose key JSON or a copy lost. */
export function readSecret(kind: symbol, key: unknown): Uint8Array | undefined {
  const secret = readField(key, kind);
  return typeof secret === "function" ? (secret as Secret)() : undefined;
}
