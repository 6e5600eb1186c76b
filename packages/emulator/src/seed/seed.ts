import type { AuthMethodType } from "@grid-sdk/core/latest";

/** An account of a seed, on any line. */
export interface AnyAccountSeed {
  readonly id?: string | undefined;
  readonly email: string;
  readonly phoneNumber?: string | undefined;
  readonly cards?: readonly CardSeed[] | undefined;
  readonly credentials?: readonly CredentialSeedOf<AuthMethodType>[] | undefined;
}

/** A card that an account funds. */
export interface CardSeed {
  /** Default: a new one. Has the form `Card:<uuid>`. */
  readonly id?: string | undefined;
  /** Default: a new one. Has the form `CardFundingSource:<uuid>`. */
  readonly fundingSourceId?: string | undefined;
}

/** The fields of an account that all lines have. */
export interface AccountSeedFields {
  /** Default: a new one. Has the form `InternalAccount:<uuid>`. */
  readonly id?: string | undefined;
  /** The address for its one-time passwords. */
  readonly email: string;
}

interface CredentialSeedFields<Type extends AuthMethodType> {
  readonly type: Type;
  /** Default: a new one. Has the form `AuthMethod:<uuid>`. */
  readonly id?: string | undefined;
}

interface OauthSeed extends CredentialSeedFields<"OAUTH"> {
  /** The claim `sub` of its tokens, as in `oidcToken`. */
  readonly sub: string;
  /** Default: that of `oidcToken`. */
  readonly aud?: string | undefined;
  /** Default: `sub`. */
  readonly nickname?: string | undefined;
}

interface PasskeySeed extends CredentialSeedFields<"PASSKEY"> {
  readonly nickname: string;
  /** base64url. */
  readonly credentialId: string;
  /** COSE, base64url. */
  readonly publicKey: string;
  readonly rpId: string;
}

interface CredentialSeeds {
  readonly EMAIL_OTP: CredentialSeedFields<"EMAIL_OTP">;
  readonly SMS_OTP: CredentialSeedFields<"SMS_OTP">;
  readonly OAUTH: OauthSeed;
  readonly PASSKEY: PasskeySeed;
}

/** A credential of a seed, by its type. */
export type CredentialSeedOf<Type extends AuthMethodType> = CredentialSeeds[Type];
