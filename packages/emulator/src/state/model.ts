import type { AuthMethodType } from "@grid-sdk/core/latest";

/** An internal account with an embedded wallet. Times are milliseconds since 1970. */
export interface Account {
  readonly id: string;
  /** Where one-time passwords go. */
  readonly email: string;
  /** Where those by SMS go. */
  readonly phoneNumber: string | undefined;
  /** The cards that it funds, by id. */
  readonly cards: ReadonlyMap<string, Card>;
  /** By id, in the order in which they were registered. */
  readonly credentials: Map<string, Credential>;
  /** By id. Those that have expired may still be here. */
  readonly sessions: Map<string, Session>;
  /** The challenges that its passkeys were registered with: each registers one. */
  readonly registrationChallenges: Set<string>;
}

/** A card that an account funds. */
export interface Card {
  readonly id: string;
  readonly fundingSourceId: string;
}

/** A key that the API makes and keeps, to sign for a card without a session. Its private half is needed by nobody here. */
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

/** A one-time password that was sent. */
export interface IssuedCode {
  readonly value: string;
  readonly expiresAt: number;
  /** What a device seals the code to: on lines on which codes travel sealed. */
  readonly target: SealTarget | undefined;
  /** How many wrong codes were tried. */
  wrong: number;
}

/** A key pair that a one-time password is sealed to. Both halves in hex, the public one uncompressed. */
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

/** Whom an OpenID Connect token is of. */
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
  /** How often the authenticator has signed, as it says. */
  counter: number;
}

export interface PasskeyCredential extends CredentialFields<"PASSKEY"> {
  readonly passkey: Passkey;
  /** The challenge that it was registered with; undefined for one of a seed. */
  readonly registrationChallenge: string | undefined;
}

export type Credential = OtpCredential<"EMAIL_OTP"> | OtpCredential<"SMS_OTP"> | OauthCredential | PasskeyCredential;
export type CredentialOf<Type extends AuthMethodType> = Extract<Credential, { readonly type: Type }>;

/** What is known of a credential before it is registered. */
export type DraftOf<Type extends AuthMethodType> = {
  [Each in Type]: Omit<CredentialOf<Each>, "id" | "accountId" | "createdAt">;
}[Type];
export type CredentialDraft = DraftOf<AuthMethodType>;

export interface Session {
  readonly id: string;
  readonly accountId: string;
  readonly credentialId: string;
  readonly type: AuthMethodType;
  readonly nickname: string;
  /** Of its signing key: compressed SEC1, hex, lower case. */
  readonly publicKey: string;
  readonly createdAt: number;
  readonly expiresAt: number;
}

/** A challenge that a passkey has not answered yet. */
export interface PasskeyChallenge {
  readonly credentialId: string;
  /** As the response has it. */
  readonly challenge: string;
  /** For the session: on lines on which the challenge names it. */
  readonly clientPublicKey: string | undefined;
  readonly expiresAt: number;
}

/** A request that waits for its signature. */
export interface PendingRequest {
  /** Of what it asks for: method, path and body. */
  readonly fingerprint: string;
  readonly payloadToSign: string;
  /** The only key that may sign, if it is not a session's: compressed SEC1, hex, lower case. */
  readonly signer: string | undefined;
  /** The key that is created by it. */
  readonly delegatedKey: DelegatedKey | undefined;
  readonly issuedAt: number;
  readonly expiresAt: number;
}
