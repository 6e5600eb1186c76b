/** What an emulator begins with. */
export interface Seed {
  readonly accounts?: readonly AccountSeed[] | undefined;
}

export interface AccountSeed {
  /** Default: a new one. Has the form `InternalAccount:<uuid>`. */
  readonly id?: string | undefined;
  /** Where its one-time passwords go. */
  readonly email: string;
  /** Default: one `EMAIL_OTP`. */
  readonly credentials?: readonly CredentialSeed[] | undefined;
}

interface AnyCredentialSeed {
  /** Default: a new one. Has the form `AuthMethod:<uuid>`. */
  readonly id?: string | undefined;
}

/** A credential that is registered already. */
export type CredentialSeed =
  | (AnyCredentialSeed & { readonly type: "EMAIL_OTP" })
  | (AnyCredentialSeed & {
      readonly type: "OAUTH";
      /** The claims of the tokens that it takes: those of `oidcToken`. */
      readonly sub: string;
      /** Default: that of `oidcToken`. */
      readonly aud?: string | undefined;
      /** Default: `sub`. */
      readonly nickname?: string | undefined;
    })
  | (AnyCredentialSeed & {
      readonly type: "PASSKEY";
      readonly nickname: string;
      /** base64url. */
      readonly credentialId: string;
      /** COSE, base64url. */
      readonly publicKey: string;
      readonly rpId: string;
    });
