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
import type { AnyAccountSeed, CredentialSeedOf, SeedOf } from "../../seed/seed.ts";
import { startEmulator } from "../../start-emulator.ts";
import { type Api, latestLine } from "./line.ts";

/** The `operationId`s of this line. */
export type OperationId = OperationIdOf<Api>;
/** A request of an operation, as `when` and reply functions get it. */
export type OperationRequest<Id extends OperationId = OperationId> = OperationRequestOf<Api, Id>;
/** What a reply function returns; undefined for the usual response. */
export type ReplyResult<Id extends OperationId> = ReplyResultOf<Api, Id>;
/** A response as a function of the request. */
export type ReplyFunction<Id extends OperationId> = ReplyFunctionOf<Api, Id>;
/** How `fail` makes a call fail. */
export type Failure<Id extends OperationId = OperationId> = FailureOf<Api, Id>;

/** A credential of a seed. */
export type CredentialSeed = CredentialSeedOf<AuthMethodType>;

export interface AccountSeed extends AnyAccountSeed {}

/** The accounts that an emulator starts with. */
export interface Seed extends SeedOf<AccountSeed> {}

/** An account, and its credentials as the API shows them. */
export interface GridEmulatorAccount extends AccountDescription {}

export interface GridEmulatorOptions extends GridEmulatorOptionsOf<Seed>, SealedCodeOptions {}

/** The types of core and of seeds for this line. */
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
   * The public key that signs what one-time passwords are sealed to: 130 hex digits, new with each emulator. Pass it to the
   * device: `sealOtp(bundle, code, publicKey, { signer: emulator.otpSigner })`.
   */
  readonly otpSigner: string;
}

/**
 * Starts an emulator of the auth API's newest revision on a local port. It keeps accounts, credentials and sessions in
 * memory, opens sealed codes, and verifies tokens, passkeys and signatures: there are no magic test values. It validates
 * requests as the mock does, and each of its responses. In a browser, its URL shows the reference page if
 * `@grid-sdk/reference` is installed.
 *
 * Throws a `TypeError` for an option or a seed that is not valid, and what `listen` throws, for example if the port is in
 * use.
 */
export async function startGridEmulator(options: GridEmulatorOptions = {}): Promise<GridEmulator> {
  const { emulator, texts, otpSigner } = await startEmulator<Types>(latestLine, options);
  return Object.assign(emulator, { texts, otpSigner });
}
