import { readField } from "../bytes/read-field.ts";

// A key of the global symbol registry: two copies of the package accept each other's keys. The value is a function that is
// not enumerable, so no key shows in a log, in JSON, in a copy by spread, or in an inspector that shows hidden fields.
const SESSION: unique symbol = Symbol.for("@grid-sdk/device:session-key");
const CLIENT: unique symbol = Symbol.for("@grid-sdk/device:client-key");

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

export function holdSessionKey(publicKey: string, scalar: Uint8Array): SessionKey {
  return hold(publicKey, SESSION, scalar) as SessionKey;
}

export function holdClientKey(publicKey: string, scalar: Uint8Array): ClientKey {
  return hold(publicKey, CLIENT, scalar) as ClientKey;
}

/** A copy of the private key. Undefined for a value that is not a session key, or for one whose key JSON or a copy lost. */
export function readSessionSecret(key: unknown): Uint8Array | undefined {
  return readSecret(key, SESSION);
}

/** The same for a client key. */
export function readClientSecret(key: unknown): Uint8Array | undefined {
  return readSecret(key, CLIENT);
}

function hold(publicKey: string, kind: symbol, scalar: Uint8Array): object {
  const secret: Secret = () => Uint8Array.from(scalar);
  return Object.freeze(Object.defineProperty({ publicKey }, kind, { value: secret }));
}

function readSecret(key: unknown, kind: symbol): Uint8Array | undefined {
  const secret = readField(key, kind);
  return typeof secret === "function" ? (secret as Secret)() : undefined;
}
