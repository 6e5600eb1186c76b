import type { AuthMethodType } from "@grid-sdk/core";

/** An internal account with an embedded wallet. Times are milliseconds since 1970. */
export interface Account {
  readonly id: string;
  /** Where one-time passwords go. */
  readonly email: string;
  /** By id, in the order in which they were registered. */
  readonly credentials: Map<string, Credential>;
  /** By id. Those that have expired may still be here. */
  readonly sessions: Map<string, Session>;
  /** The challenges that its passkeys were registered with: each registers one. */
  readonly registrationChallenges: Set<string>;
}

interface CredentialFields {
  readonly id: string;
  readonly accountId: string;
  readonly nickname: string;
  readonly createdAt: number;
}

export interface EmailOtpCredential extends CredentialFields {
  readonly type: "EMAIL_OTP";
  /** The code that was mailed last, until it is used. */
  code?: { readonly value: string; readonly expiresAt: number } | undefined;
  /** When a code was mailed last. */
  mailedAt?: number;
}

/** Whom an OpenID Connect token is of. */
export interface Identity {
  readonly iss: string;
  readonly sub: string;
  readonly aud: string;
}

export interface OauthCredential extends CredentialFields {
  readonly type: "OAUTH";
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

export interface PasskeyCredential extends CredentialFields {
  readonly type: "PASSKEY";
  readonly passkey: Passkey;
}

export type Credential = EmailOtpCredential | OauthCredential | PasskeyCredential;

/** What is known of a credential before it is registered. */
export type CredentialDraft = { readonly nickname: string } & (
  | { readonly type: "EMAIL_OTP" }
  | { readonly type: "OAUTH"; readonly identity: Identity }
  | { readonly type: "PASSKEY"; readonly passkey: Passkey }
);

export interface Session {
  readonly id: string;
  readonly accountId: string;
  readonly credentialId: string;
  readonly type: AuthMethodType;
  readonly nickname: string;
  /** Of its signing key: compressed SEC1, hex. */
  readonly publicKey: string;
  readonly createdAt: number;
  readonly expiresAt: number;
}

/** A challenge that a passkey has not answered yet. */
export interface PasskeyChallenge {
  readonly credentialId: string;
  readonly challenge: string;
  readonly expiresAt: number;
}

/** A request that waits for its signature. */
export interface PendingRequest {
  /** Of what it asks for: method, path and body. */
  readonly fingerprint: string;
  readonly payloadToSign: string;
  readonly issuedAt: number;
  readonly expiresAt: number;
}
