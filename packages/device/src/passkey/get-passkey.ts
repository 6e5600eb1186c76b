import type { PasskeyAssertion } from "@grid-sdk/core";
import { decodeBase64url } from "../bytes/base64url.ts";
import { runCeremony } from "./ceremony.ts";
import { toPasskeyAssertion } from "./credential.ts";
import { decodeDescriptor } from "./descriptor.ts";
import { keepExtensions } from "./extensions.ts";
import { type PasskeyChallenge, passkeyRequestOptions, type PasskeyRequestOptions } from "./request-options.ts";

export interface GetPasskeyOptions extends PasskeyRequestOptions {
  /** Ends the ceremony: the promise rejects with the signal's reason. Abort it before you start another ceremony. */
  readonly signal?: AbortSignal | undefined;
  /** `"conditional"` offers the passkey in a form's autofill. Default: `"optional"`, a dialog. */
  readonly mediation?: "conditional" | "optional" | "required" | "silent" | undefined;
}

/**
 * Lets the user sign a challenge with a passkey, in a browser. Resolves to the `assertion` of a PASSKEY verification.
 * Fetch the challenge first, then call this directly in the tap's handler: a request in between uses up the tap.
 *
 * Your backend puts the device's `clientPublicKey` into the body of the challenge on the line `latest`, and into the
 * body of the verification on 2026-04-23.
 *
 * Rejects with a `GridDeviceError`: `NOT_COMPLETED`, `WRONG_RP`, `UNSUPPORTED`, or `INVALID_CREDENTIAL` for a challenge
 * or id that is not base64url. Rejects with the signal's reason after an abort.
 *
 * @example
 * ```ts
 * const { challenge, requestId } = await post("/passkey/challenge");
 * button.onclick = async () => {
 *   const assertion = await getPasskey(challenge, { signal: AbortSignal.timeout(120_000) });
 *   await post("/passkey/verify", { requestId, assertion });
 * };
 * ```
 */
export async function getPasskey(
  challenge: PasskeyChallenge,
  options: GetPasskeyOptions = {},
): Promise<PasskeyAssertion> {
  const { signal, mediation, ...request } = options;
  const json = passkeyRequestOptions(challenge, request);
  const publicKey = {
    ...json,
    ...keepExtensions(request),
    challenge: decodeBase64url(json.challenge),
    allowCredentials: json.allowCredentials?.map(decodeDescriptor) ?? [],
  };
  return toPasskeyAssertion(await runCeremony("get", { publicKey, signal, mediation }));
}
