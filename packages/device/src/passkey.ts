export type { Bytes } from "./bytes/read-bytes.ts";
export { GridDeviceError, type GridDeviceErrorCode, isGridDeviceError } from "./errors/grid-device-error.ts";
export { createPasskey, type CreatePasskeyOptions } from "./passkey/create-passkey.ts";
export { passkeyCreationOptions, type PasskeyCreationOptions } from "./passkey/creation-options.ts";
export { type PasskeyCredential, toPasskeyAssertion, toPasskeyAttestation } from "./passkey/credential.ts";
export type { PasskeyDescriptor } from "./passkey/descriptor.ts";
export { getPasskey, type GetPasskeyOptions } from "./passkey/get-passkey.ts";
export type {
  PasskeyAttestationPreference,
  PasskeyAuthenticatorSelection,
  PasskeyHint,
  PasskeyRequirement,
  PasskeyTransport,
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialDescriptorJSON,
  PublicKeyCredentialRequestOptionsJSON,
} from "./passkey/options-json.ts";
export { type PasskeyChallenge, passkeyRequestOptions, type PasskeyRequestOptions } from "./passkey/request-options.ts";
