export type { Bytes } from "./bytes/read-bytes.ts";
export { GridDeviceError, type GridDeviceErrorCode, isGridDeviceError } from "./errors/grid-device-error.ts";
export type { SessionResponse } from "./keys/session-response.ts";
export { generateClientKey } from "./native/client-key.ts";
export type { ClientKey, SessionKey } from "./native/held-key.ts";
export { openSessionKey } from "./native/open-session-key.ts";
export { sealOtp } from "./native/seal-otp.ts";
export { exportSessionKey, generateSessionKey, importSessionKey } from "./native/session-key.ts";
export { sessionKeyOf } from "./native/session-key-of.ts";
export { signPayload } from "./native/sign-payload.ts";
export { type OtpSigner, PRODUCTION_OTP_SIGNER } from "./otp/otp-signer.ts";
export type { SealOtpOptions } from "./otp/seal-otp.ts";
export { passkeyCreationOptions, type PasskeyCreationOptions } from "./passkey/creation-options.ts";
export { type PasskeyCredential, toPasskeyAssertion, toPasskeyAttestation } from "./passkey/credential.ts";
export type { PasskeyDescriptor } from "./passkey/descriptor.ts";
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
