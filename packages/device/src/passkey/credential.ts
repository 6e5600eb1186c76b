import type { PasskeyAssertion, PasskeyAttestation } from "@grid-sdk/core";
import { type Bytes, readBase64url } from "../bytes/read-bytes.ts";
import { readField } from "../bytes/read-field.ts";
import { GridDeviceError } from "../errors/grid-device-error.ts";
import { toJson } from "./to-json.ts";

/** A live `PublicKeyCredential`, or its JSON. */
export interface PasskeyCredential {
  readonly id: string;
  readonly rawId?: Bytes | undefined;
  readonly response: { readonly clientDataJSON: Bytes };
}

type Transport = NonNullable<PasskeyAttestation["transports"]>[number];

/** The transports of the specification. The API rejects a request with any other. */
const TRANSPORTS: ReadonlySet<unknown> = new Set<Transport>(["usb", "nfc", "ble", "internal", "hybrid"]);

/**
 * Converts the result of `navigator.credentials.get()` to the API's `PasskeyAssertion`, the same on both lines. It reads
 * each field by itself, because `toJSON` of password managers throws (bitwarden/clients#12060). It leaves out an empty
 * `userHandle`, as the specification requires.
 *
 * Throws a `GridDeviceError` `INVALID_CREDENTIAL` for a value that is not an assertion.
 *
 * @example
 * ```ts
 * const optionsJSON = passkeyRequestOptions(challenge);
 * const assertion = toPasskeyAssertion(await startAuthentication({ optionsJSON }));
 * await post("/passkey/verify", { requestId, assertion });
 * ```
 */
export function toPasskeyAssertion(credential: PasskeyCredential): PasskeyAssertion {
  const { credentialId, clientDataJson, response } = readCredential(credential);
  return toJson<PasskeyAssertion>({
    credentialId,
    clientDataJson,
    authenticatorData: readBase64url(response, "authenticatorData"),
    signature: readBase64url(response, "signature"),
    userHandle: isEmpty(readField(response, "userHandle")) ? undefined : readBase64url(response, "userHandle"),
  });
}

/**
 * Converts the result of `navigator.credentials.create()` to the API's `PasskeyAttestation`. It reads each field by
 * itself, because `toJSON` and `getTransports` of password managers throw. It leaves out transports that the
 * specification does not name.
 *
 * Throws a `GridDeviceError` `INVALID_CREDENTIAL` for a value that is not an attestation.
 *
 * @example
 * ```ts
 * const optionsJSON = passkeyCreationOptions({ challenge, rp: { name: "Example" }, user: { id: userId, name: "Ada" } });
 * const attestation = toPasskeyAttestation(await startRegistration({ optionsJSON }));
 * await post("/passkeys", { nickname: "Laptop", attestation });
 * ```
 */
export function toPasskeyAttestation(credential: PasskeyCredential): PasskeyAttestation {
  const { credentialId, clientDataJson, response } = readCredential(credential);
  const transports = listTransports(response).filter(isTransport);
  return toJson<PasskeyAttestation>({
    credentialId,
    clientDataJson,
    attestationObject: readBase64url(response, "attestationObject"),
    transports: transports.length > 0 ? transports : undefined,
  });
}

function readCredential(credential: PasskeyCredential) {
  const response = readField(credential, "response") as object | undefined;
  if (!response) throw new GridDeviceError("INVALID_CREDENTIAL", "expected a PublicKeyCredential or its JSON");
  return {
    credentialId: readBase64url(credential, readField(credential, "rawId") ? "rawId" : "id"),
    clientDataJson: readBase64url(response, "clientDataJSON"),
    response,
  };
}

function isEmpty(value: unknown): boolean {
  return !value || (value as ArrayBuffer).byteLength === 0;
}

function isTransport(value: unknown): value is Transport {
  return TRANSPORTS.has(value);
}

function listTransports(response: object): unknown[] {
  const listed = readField(response, "transports");
  if (listed) return Array.isArray(listed) ? listed : [];
  try {
    // A method of the response: call it on the response.
    return Array.from((response as { getTransports(): Iterable<unknown> }).getTransports());
  } catch {
    return [];
  }
}
