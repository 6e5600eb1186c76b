import { type Bytes, readBase64url } from "../bytes/read-bytes.ts";
import { type PasskeyDescriptor, toDescriptor } from "./descriptor.ts";
import type {
  PasskeyAttestationPreference,
  PasskeyHint,
  PasskeyRequirement,
  PublicKeyCredentialCreationOptionsJSON,
} from "./options-json.ts";
import { toJson } from "./to-json.ts";

/** WebAuthn's own creation options, with bytes or as JSON. All except the first three have defaults. */
export interface PasskeyCreationOptions {
  /** Your backend issues it for a single use: bytes or base64url. The API compares it with the signed challenge. */
  readonly challenge: Bytes;
  /** Your service: its name, and the domain of its passkeys. Default of `id`: the page's domain. */
  readonly rp: { readonly name: string; readonly id?: string | undefined };
  /** `id`: 1 to 64 bytes, or their base64url, that do not identify the person. Default of `displayName`: `name`. */
  readonly user: { readonly id: Bytes; readonly name: string; readonly displayName?: string | undefined };
  /** The user's existing passkeys. A device that has one of them rejects with `ALREADY_REGISTERED`. */
  readonly excludeCredentials?: readonly PasskeyDescriptor[] | undefined;
  /** Default of `residentKey`: `"required"`, so that the user can sign in with it when you do not know its id. */
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
  /** Milliseconds until the dialog closes. Default: the browser's, a few minutes. */
  readonly timeout?: number | undefined;
  readonly hints?: readonly PasskeyHint[] | undefined;
}

const ALGORITHMS = [
  { type: "public-key", alg: -7 },
  { type: "public-key", alg: -257 },
] as const;

/**
 * The WebAuthn creation options as JSON, with defaults that make a passkey. For
 * `PublicKeyCredential.parseCreationOptionsFromJSON`, a WebAuthn library, or an app's native code.
 *
 * Throws a `GridDeviceError` `INVALID_CREDENTIAL` for a challenge, a user id or a credential id that is not base64url.
 *
 * @example
 * ```ts
 * const optionsJSON = passkeyCreationOptions({ challenge, rp: { name: "Example" }, user: { id: userId, name: "Ada" } });
 * const attestation = toPasskeyAttestation(await startRegistration({ optionsJSON }));
 * ```
 */
export function passkeyCreationOptions(options: PasskeyCreationOptions): PublicKeyCredentialCreationOptionsJSON {
  // A caller without types may pass nothing.
  const { excludeCredentials, pubKeyCredParams, authenticatorSelection, ...given } = Object(
    options,
  ) as PasskeyCreationOptions;
  const user = Object(given.user) as PasskeyCreationOptions["user"];
  return toJson<PublicKeyCredentialCreationOptionsJSON>({
    ...options,
    challenge: readBase64url(options, "challenge"),
    user: { ...user, displayName: user.displayName ?? user.name, id: readBase64url(user, "id", "user.id") },
    pubKeyCredParams: pubKeyCredParams ?? ALGORITHMS,
    excludeCredentials: excludeCredentials?.map(toDescriptor),
    // An explicit undefined means the default. Without this default, a sign-in does not find the passkey.
    authenticatorSelection: {
      ...authenticatorSelection,
      residentKey: authenticatorSelection?.residentKey ?? "required",
    },
  });
}
