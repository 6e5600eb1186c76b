import type { AuthMethodType } from "@grid-sdk/core/latest";

/** An internal account with an embedded wallet. Times are milliseconds since 1970. */
export interface Account {
  readonly id: string;
  /** The address for one-time passwords. */
  readonly email: string;
  /** The number for one-time passwords by SMS. */
  readonly phoneNumber: string | undefined;
  /** The cards that it funds, by id. */
  readonly cards: ReadonlyMap<string, Card>;
  /** By id, oldest first. */
  readonly credentials: Map<string, Credential>;
  /** The challenges of its registered passkeys: each works once. */
  readonly registrationChallenges: Set<string>;
}

/** A card that an account funds. */
export interface Card {
  readonly id: string;
  readonly fundingSourceId: string;
}

/** A key that the API keeps, to sign for a card without a session. The emulator does not need its private key. */
export interface DelegatedKey {
  readonly id: string;
  readonly cardId: string;
  readonly fundingSourceId: string;
  readonly accountId: string;
  /** Compressed SEC1, hex. */
  readonly publicKey: string;
  readonly nickname: string;
  status: "PENDING" | "ACTIVE" | "REVOKED";
  readonly createdAt: number;
  updatedAt: number;
}

interface CredentialFields<Type extends AuthMethodType> {
  readonly id: string;
  readonly accountId: string;
  readonly type: Type;
  readonly nickname: string;
  readonly createdAt: number;
}

/** A sent one-time password. */
export interface IssuedCode {
  readonly value: string;
  readonly expiresAt: number;
  /** What a device seals the code to, on lines with sealed codes. */
  readonly target: SealTarget | undefined;
  /** How many wrong codes were tried. */
  wrong: number;
}

/** A key pair that a one-time password is sealed to. Both keys are hex, the public key is uncompressed. */
export interface SealTarget {
  readonly privateKey: string;
  readonly publicKey: string;
}

export type OtpType = Extract<AuthMethodType, `${string}_OTP`>;

export interface OtpCredential<Type extends OtpType = OtpType> extends CredentialFields<Type> {
  /** The address or number that codes go to. */
  readonly to: string;
  /** The codes that can still be used, oldest first. */
  codes: readonly IssuedCode[];
  /** When a code was sent last. */
  sentAt?: number;
}

/** The identity in an OpenID Connect token. */
export interface Identity {
  readonly iss: string;
  readonly sub: string;
  readonly aud: string;
}

export interface OauthCredential extends CredentialFields<"OAUTH"> {
  readonly identity: Identity;
}

export interface Passkey {
  readonly credentialId: string;
  /** COSE. */
  readonly publicKey: Uint8Array<ArrayBuffer>;
  readonly rpId: string;
  /** The signature counter of the authenticator. */
  counter: number;
}

export interface PasskeyCredential extends CredentialFields<"PASSKEY"> {
  readonly passkey: Passkey;
  /** The challenge of its registration; undefined for a seed. */
  readonly registrationChallenge: string | undefined;
}

export type Credential = OtpCredential<"EMAIL_OTP"> | OtpCredential<"SMS_OTP"> | OauthCredential | PasskeyCredential;
export type CredentialOf<Type extends AuthMethodType> = Extract<Credential, { readonly type: Type }>;

/** A credential before its registration. */
export type DraftOf<Type extends AuthMethodType> = {
  [Each in Type]: Omit<CredentialOf<Each>, "id" | "accountId" | "createdAt">;
}[Type];
export type CredentialDraft = DraftOf<AuthMethodType>;

export interface Session {
  readonly id: string;
  readonly accountId: string;
  readonly credentialId: string;
  readonly type: AuthMethodType;
  /** Its signing key: compressed SEC1, hex, lower case. */
  readonly publicKey: string;
  readonly createdAt: number;
  readonly expiresAt: number;
}

/** An open challenge of a passkey. */
export interface PasskeyChallenge {
  readonly credentialId: string;
  /** As the response has it. */
  readonly challenge: string;
  /** The session's key, on lines where the challenge names it. */
  readonly clientPublicKey: string | undefined;
  readonly expiresAt: number;
}

/** A request that needs a signature. */
export interface PendingRequest {
  /** The hash of method, path and body. */
  readonly fingerprint: string;
  readonly payloadToSign: string;
  /** The only key that may sign, if it is not a session's: compressed SEC1, hex, lower case. */
  readonly signer: string | undefined;
  /** The delegated key that the request creates. */
  readonly delegatedKey: DelegatedKey | undefined;
  readonly issuedAt: number;
  readonly expiresAt: number;
}
