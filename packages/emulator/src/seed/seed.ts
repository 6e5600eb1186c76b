import type { AuthMethodType } from "@grid-sdk/core/latest";

/** The accounts that an emulator starts with. */
export interface SeedOf<AccountSeed> {
  readonly accounts?: readonly AccountSeed[] | undefined;
}

/** An account of a seed with credentials of these types. */
export interface AccountSeedOf<Type extends AuthMethodType> {
  /** Default: a new one. Has the form `InternalAccount:<uuid>`. */
  readonly id?: string | undefined;
  /** The address for its one-time passwords. */
  readonly email: string;
  /** Default: one `EMAIL_OTP`. */
  readonly credentials?: readonly CredentialSeedOf<Type>[] | undefined;
}

/** An account of a seed, with the fields of all lines. */
export interface AnyAccountSeed extends AccountSeedOf<AuthMethodType> {
  /** The number for one-time passwords by SMS, in E.164, for example `+12025550142`. Without it, an account cannot have an `SMS_OTP`. */
  readonly phoneNumber?: string | undefined;
  /** The cards that it funds, for delegated keys. Default: none. */
  readonly cards?: readonly CardSeed[] | undefined;
}

/** A card that an account funds. */
export interface CardSeed {
  /** Default: a new one. Has the form `Card:<uuid>`. */
  readonly id?: string | undefined;
  /** Default: a new one. Has the form `CardFundingSource:<uuid>`. */
  readonly fundingSourceId?: string | undefined;
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
