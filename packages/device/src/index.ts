export type { Bytes } from "./bytes/read-bytes.ts";
export { GridDeviceError, type GridDeviceErrorCode, isGridDeviceError } from "./errors/grid-device-error.ts";
export { type ClientKey, generateClientKey } from "./keys/client-key.ts";
export type { DeviceCryptoKey } from "./keys/crypto-key.ts";
export { openSessionKey } from "./keys/open-session-key.ts";
export { generateSessionKey, type SessionKey } from "./keys/session-key.ts";
export { sessionKeyOf } from "./keys/session-key-of.ts";
export type { SessionResponse } from "./keys/session-response.ts";
export { signPayload } from "./keys/sign-payload.ts";
export { type OtpSigner, PRODUCTION_OTP_SIGNER } from "./otp/otp-signer.ts";
export { sealOtp, type SealOtpOptions } from "./otp/seal-otp.ts";
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
