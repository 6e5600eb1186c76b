import type { PasskeyAttestation } from "@grid-sdk/core";
import { decodeBase64url } from "../bytes/base64url.ts";
import { readField } from "../bytes/read-field.ts";
import { runCeremony } from "./ceremony.ts";
import { passkeyCreationOptions, type PasskeyCreationOptions } from "./creation-options.ts";
import { keepExtensions } from "./extensions.ts";
import { toPasskeyAttestation } from "./credential.ts";
import { decodeDescriptor } from "./descriptor.ts";

export interface CreatePasskeyOptions extends PasskeyCreationOptions {
  /** Ends the ceremony: the promise rejects with the signal's reason. */
  readonly signal?: AbortSignal | undefined;
}

/**
 * Lets the user make a passkey, in a browser. Resolves to the `attestation` of a PASSKEY registration. Keep its
 * `credentialId` and `transports` on the device, to ask for this passkey later. Call it directly in the tap's handler.
 *
 * Rejects with a `GridDeviceError`: `NOT_COMPLETED`, `ALREADY_REGISTERED`, `WRONG_RP`, `UNSUPPORTED`, or
 * `INVALID_CREDENTIAL` for a challenge or id that is not base64url. Rejects with the signal's reason after an abort.
 *
 * @example
 * ```ts
 * const { challenge, user } = await post("/passkeys/invite");
 * button.onclick = async () => {
 *   const attestation = await createPasskey({ challenge, rp: { name: "Example" }, user });
 *   await post("/passkeys", { nickname: "Laptop", attestation });
 * };
 * ```
 */
export async function createPasskey(options: CreatePasskeyOptions): Promise<PasskeyAttestation> {
  const { signal, ...creation } = Object(options) as CreatePasskeyOptions;
  // Browsers that do not support it ignore it and open a dialog.
  if (readField(creation, "mediation"))
    throw new TypeError("createPasskey does not support mediation: it opens a dialog");
  const json = passkeyCreationOptions(creation);
  const publicKey = {
    ...json,
    ...keepExtensions(creation),
    challenge: decodeBase64url(json.challenge),
    user: { ...json.user, id: decodeBase64url(json.user.id) },
    excludeCredentials: json.excludeCredentials?.map(decodeDescriptor) ?? [],
  };
  return toPasskeyAttestation(await runCeremony("create", { publicKey, signal }));
}
