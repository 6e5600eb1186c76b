import type { PasskeyAuthChallenge } from "@grid-sdk/core";
import { encodeBase64url } from "../bytes/base64url.ts";
import { readField } from "../bytes/read-field.ts";
import { readChallengeBytes } from "./challenge-bytes.ts";
import { type PasskeyDescriptor, toDescriptor } from "./descriptor.ts";
import type { PasskeyHint, PasskeyRequirement, PublicKeyCredentialRequestOptionsJSON } from "./options-json.ts";
import { toJson } from "./to-json.ts";

/** The API's challenge for a PASSKEY credential: the fields that the authenticator needs, or only `challenge`. */
export type PasskeyChallenge =
  | string
  | (Pick<PasskeyAuthChallenge, "challenge"> & {
      /** The WebAuthn id, which later revisions of the API send too. */
      readonly credentialId?: string | undefined;
    });

export interface PasskeyRequestOptions {
  /** The domain that the passkey was registered for. Default: the page's domain. */
  readonly rpId?: string | undefined;
  /** The passkeys that the user may use. Default: the challenge's `credentialId`, or any passkey of this domain. */
  readonly allowCredentials?: readonly PasskeyDescriptor[] | undefined;
  /** Default: the browser's, `"preferred"`. */
  readonly userVerification?: PasskeyRequirement | undefined;
  /** Milliseconds until the dialog closes. Default: the browser's, a few minutes. */
  readonly timeout?: number | undefined;
  readonly hints?: readonly PasskeyHint[] | undefined;
}

/**
 * The WebAuthn request options for a challenge of the API, as JSON. For `PublicKeyCredential.parseRequestOptionsFromJSON`,
 * a WebAuthn library, or an app's native code. It accepts both forms of a challenge: base64url, and 64 hex characters.
 *
 * Throws a `GridDeviceError` `INVALID_CREDENTIAL` for a challenge or an id that is not base64url.
 *
 * @example
 * ```ts
 * const optionsJSON = passkeyRequestOptions(challenge, { rpId: "example.com" });
 * const assertion = toPasskeyAssertion(await startAuthentication({ optionsJSON }));
 * ```
 */
export function passkeyRequestOptions(
  challenge: PasskeyChallenge,
  options: PasskeyRequestOptions = {},
): PublicKeyCredentialRequestOptionsJSON {
  const source = typeof challenge === "string" ? { challenge } : challenge;
  const known = readField(source, "credentialId") as string | undefined;
  const allowCredentials = options.allowCredentials ?? (known ? [known] : undefined);
  return toJson<PublicKeyCredentialRequestOptionsJSON>({
    ...options,
    challenge: encodeBase64url(readChallengeBytes(source)),
    allowCredentials: allowCredentials?.map(toDescriptor),
  });
}
