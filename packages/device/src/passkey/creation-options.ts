import { type Bytes, readBase64url } from "../bytes/read-bytes.ts";
import { type PasskeyDescriptor, toDescriptor } from "./descriptor.ts";
import type {
  PasskeyAttestationPreference,
  PasskeyHint,
  PasskeyRequirement,
  PublicKeyCredentialCreationOptionsJSON,
} from "./options-json.ts";
import { toJson } from "./to-json.ts";

/** WebAuthn's own creation options, in bytes or as JSON; all but the first three have defaults. */
export interface PasskeyCreationOptions {
  /** Issued by your backend, single use: bytes or base64url. The API compares it with the one that was signed. */
  readonly challenge: Bytes;
  /** Your service: its name, and the domain that passkeys are for. Default of `id`: the page's. */
  readonly rp: { readonly name: string; readonly id?: string | undefined };
  /** `id`: 1 to 64 bytes, or their base64url, that say nothing about the user. Default of `displayName`: `name`. */
  readonly user: { readonly id: Bytes; readonly name: string; readonly displayName?: string | undefined };
  /** The user's passkeys that there are; a device with one of them refuses with `ALREADY_REGISTERED`. */
  readonly excludeCredentials?: readonly PasskeyDescriptor[] | undefined;
  /** Default of `residentKey`: `"required"`, so that it is a passkey, which signs in without its id being known. */
  readonly authenticatorSelection?:
    | {
        readonly authenticatorAttachment?: "cross-platform" | "platform" | undefined;
        readonly residentKey?: PasskeyRequirement | undefined;
        readonly requireResidentKey?: boolean | undefined;
        readonly userVerification?: PasskeyRequirement | undefined;
      }
    | undefined;
  /** Default: ES256 and RS256. */
  readonly pubKeyCredParams?: readonly { readonly type: "public-key"; readonly alg: number }[] | undefined;
  /** Default: the browser's, `"none"`. */
  readonly attestation?: PasskeyAttestationPreference | undefined;
  /** Milliseconds that the user has. Default: the browser's, a few minutes. */
  readonly timeout?: number | undefined;
  readonly hints?: readonly PasskeyHint[] | undefined;
}

const ALGORITHMS = [
  { type: "public-key", alg: -7 },
  { type: "public-key", alg: -257 },
] as const;

/**
 * The WebAuthn creation options as JSON, with defaults that make a passkey: for
 * `PublicKeyCredential.parseCreationOptionsFromJSON`, a WebAuthn library, or an app's native half.
 *
 * Throws a `GridDeviceError` `INVALID_CREDENTIAL` for a challenge, a user id or a credential id that is no base64url.
 *
 * @example
 * ```ts
 * const optionsJSON = passkeyCreationOptions({ challenge, rp: { name: "Example" }, user: { id: userId, name: "Ada" } });
 * const attestation = toPasskeyAttestation(await startRegistration({ optionsJSON }));
 * ```
 */
export function passkeyCreationOptions(options: PasskeyCreationOptions): PublicKeyCredentialCreationOptionsJSON {
  const { user, excludeCredentials, pubKeyCredParams, authenticatorSelection } = options;
  return toJson<PublicKeyCredentialCreationOptionsJSON>({
    ...options,
    challenge: readBase64url(options, "challenge"),
    user: { ...user, displayName: user.displayName ?? user.name, id: readBase64url(user, "id", "user.id") },
    pubKeyCredParams: pubKeyCredParams ?? ALGORITHMS,
    excludeCredentials: excludeCredentials?.map(toDescriptor),
    // An explicit undefined is no value. Without this default, a sign-in does not find the passkey.
    authenticatorSelection: {
      ...authenticatorSelection,
      residentKey: authenticatorSelection?.residentKey ?? "required",
    },
  });
}
