import type { AuthMethod, AuthMethodType, AuthSession } from "@grid-sdk/core/latest";
import type {
  FailureOf,
  OperationIdOf,
  OperationRequestOf,
  ReplyFunctionOf,
  ReplyResultOf,
} from "@grid-sdk/server-kit";
import type { AccountDescription } from "../../describe.ts";
import type { GridEmulatorOf } from "../../grid-emulator-of.ts";
import type { GridEmulatorOptionsOf, SealedCodeOptions } from "../../options.ts";
import type { Text } from "../../outbox.ts";
import type { AccountSeedFields, CardSeed, CredentialSeedOf } from "../../seed/seed.ts";
import { startEmulator } from "../../start-emulator.ts";
import { type Api, latestLine } from "./line.ts";

/** The `operationId`s of this line. */
export type OperationId = OperationIdOf<Api>;
/** A request that an operation takes, as a condition or a function of the request sees it. */
export type OperationRequest<Id extends OperationId = OperationId> = OperationRequestOf<Api, Id>;
/** What a reply function returns; undefined: the response that would have come without it. */
export type ReplyResult<Id extends OperationId> = ReplyResultOf<Api, Id>;
/** A response as a function of the request. */
export type ReplyFunction<Id extends OperationId> = ReplyFunctionOf<Api, Id>;
/** What `fail` makes a call fail with. */
export type Failure<Id extends OperationId = OperationId> = FailureOf<Api, Id>;

/** A credential that is registered already. */
export type CredentialSeed = CredentialSeedOf<AuthMethodType>;

export interface AccountSeed extends AccountSeedFields {
  /** Where its one-time passwords by SMS go: E.164, for example `+12025550142`. Without it, it can have no `SMS_OTP`. */
  readonly phoneNumber?: string | undefined;
  /** The cards that it funds, for delegated keys. Default: none. */
  readonly cards?: readonly CardSeed[] | undefined;
  /** Default: one `EMAIL_OTP`. */
  readonly credentials?: readonly CredentialSeed[] | undefined;
}

/** What an emulator begins with. */
export interface Seed {
  readonly accounts?: readonly AccountSeed[] | undefined;
}

/** An account, and its credentials as the API shows them. */
export interface GridEmulatorAccount extends AccountDescription {}

export interface GridEmulatorOptions extends GridEmulatorOptionsOf<Seed>, SealedCodeOptions {}

/** What core and the seeds say of this line. */
interface Types extends Api {
  readonly credential: AuthMethod;
  readonly session: AuthSession;
  readonly account: GridEmulatorAccount;
  readonly accountSeed: AccountSeed;
}

export interface GridEmulator extends GridEmulatorOf<Types> {
  /** The SMS that were "sent", in order. */
  readonly texts: readonly Text[];
  /**
   * The public key that signs what one-time passwords are sealed to: 130 hex digits, new with each emulator. The device
   * takes it as `sealOtp(bundle, code, publicKey, { signer: emulator.otpSigner })`.
   */
  readonly otpSigner: string;
}

/**
 * Serves the auth API of the newest revision from memory on a local port. It opens sealed codes, verifies tokens, passkeys
 * and signatures for real and has no value that is always taken; requests are held against the fragment as the mock holds
 * them, responses before they leave. A browser that opens its URL gets the reference of the fragment, if
 * `@grid-sdk/reference` is installed. Throws a `TypeError` for an option or a seed that cannot be, and what `listen`
 * throws for a port that is taken.
 */
export async function startGridEmulator(options: GridEmulatorOptions = {}): Promise<GridEmulator> {
  const { emulator, texts, otpSigner } = await startEmulator<Types>(latestLine, options);
  return Object.assign(emulator, { texts, otpSigner });
}
