import type { PasskeyAttestation } from "@grid-sdk/core";
import { decodeBase64url } from "../bytes/base64url.ts";
import { readField } from "../bytes/read-field.ts";
import { runCeremony } from "./ceremony.ts";
import { passkeyCreationOptions, type PasskeyCreationOptions } from "./creation-options.ts";
import { keepExtensions } from "./extensions.ts";
import { toPasskeyAttestation } from "./credential.ts";
import { decodeDescriptor } from "./descriptor.ts";

export interface CreatePasskeyOptions extends PasskeyCreationOptions {
  /** Ends the ceremony; the promise rejects with the signal's reason. */
  readonly signal?: AbortSignal | undefined;
}

/**
 * Has the user make a passkey, in a browser. Resolves to the `attestation` of a PASSKEY registration; keep its
 * `credentialId` and `transports` on the device, to ask for this passkey later. Call it straight from a tap or click.
 *
 * Rejects with a `GridDeviceError`: `NOT_COMPLETED`, `ALREADY_REGISTERED`, `WRONG_RP`, `UNSUPPORTED`, or
 * `INVALID_CREDENTIAL` for a challenge or id that is no base64url; with the signal's reason if that ended it.
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
export async function createPasskey({ signal, ...options }: CreatePasskeyOptions): Promise<PasskeyAttestation> {
  // Browsers that do not know it overlook it, and open a dialog.
  if (readField(options, "mediation")) throw new TypeError("createPasskey takes no mediation: it opens a dialog");
  const json = passkeyCreationOptions(options);
  const publicKey = {
    ...json,
    ...keepExtensions(options),
    challenge: decodeBase64url(json.challenge),
    user: { ...json.user, id: decodeBase64url(json.user.id) },
    excludeCredentials: json.excludeCredentials?.map(decodeDescriptor) ?? [],
  };
  return toPasskeyAttestation(await runCeremony("create", { publicKey, signal }));
}
