// WebAuthn's own dictionaries, declared here because neither @types/node nor the DOM library of TypeScript 5.4 has them.

export type PasskeyHint = "client-device" | "hybrid" | "security-key";
export type PasskeyRequirement = "discouraged" | "preferred" | "required";
/** The transports that WebAuthn names so far, as libraries type them. Others are passed on. */
export type PasskeyTransport = "ble" | "cable" | "hybrid" | "internal" | "nfc" | "smart-card" | "usb";

/** https://www.w3.org/TR/webauthn-3/#dictdef-publickeycredentialdescriptorjson */
export interface PublicKeyCredentialDescriptorJSON {
  type: "public-key";
  /** base64url */
  id: string;
  transports?: PasskeyTransport[];
}

/** https://www.w3.org/TR/webauthn-3/#dictdef-publickeycredentialrequestoptionsjson */
export interface PublicKeyCredentialRequestOptionsJSON {
  /** base64url */
  challenge: string;
  rpId?: string;
  allowCredentials?: PublicKeyCredentialDescriptorJSON[];
  userVerification?: PasskeyRequirement;
  /** Milliseconds. */
  timeout?: number;
  hints?: PasskeyHint[];
}

/** https://www.w3.org/TR/webauthn-3/#dictdef-publickeycredentialcreationoptionsjson */
export interface PublicKeyCredentialCreationOptionsJSON {
  /** base64url */
  challenge: string;
  rp: { name: string; id?: string };
  user: { id: string; name: string; displayName: string };
  pubKeyCredParams: { type: "public-key"; alg: number }[];
  excludeCredentials?: PublicKeyCredentialDescriptorJSON[];
  authenticatorSelection?: PasskeyAuthenticatorSelection;
  attestation?: PasskeyAttestationPreference;
  /** Milliseconds. */
  timeout?: number;
  hints?: PasskeyHint[];
}

export type PasskeyAttestationPreference = "direct" | "enterprise" | "indirect" | "none";

/** https://www.w3.org/TR/webauthn-3/#dictdef-authenticatorselectioncriteria */
export interface PasskeyAuthenticatorSelection {
  authenticatorAttachment?: "cross-platform" | "platform";
  residentKey?: PasskeyRequirement;
  requireResidentKey?: boolean;
  userVerification?: PasskeyRequirement;
}
