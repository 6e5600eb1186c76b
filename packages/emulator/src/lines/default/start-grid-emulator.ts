import type { AuthMethod, AuthMethodType, AuthSession } from "@grid-sdk/core";
import type {
  FailureOf,
  OperationIdOf,
  OperationRequestOf,
  ReplyFunctionOf,
  ReplyResultOf,
} from "@grid-sdk/server-kit";
import type { AccountOf } from "../../describe.ts";
import type { GridEmulatorOf } from "../../grid-emulator-of.ts";
import type { GridEmulatorOptionsOf } from "../../options.ts";
import type { AccountSeedOf, CredentialSeedOf, SeedOf } from "../../seed/seed.ts";
import { startEmulator } from "../../start-emulator.ts";
import { type Api, defaultLine } from "./line.ts";

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

export interface AccountSeed extends AccountSeedOf<AuthMethodType> {}

/** The accounts that an emulator starts with. */
export interface Seed extends SeedOf<AccountSeed> {}

/** An account, and its credentials as the API shows them. */
export interface GridEmulatorAccount extends AccountOf<AuthMethod> {}

export interface GridEmulatorOptions extends GridEmulatorOptionsOf<Seed> {}

/** The types of core and of seeds for this line. */
interface Types extends Api {
  readonly credential: AuthMethod;
  readonly session: AuthSession;
  readonly account: GridEmulatorAccount;
  readonly accountSeed: AccountSeed;
}

export interface GridEmulator extends GridEmulatorOf<Types> {}

/**
 * Starts an emulator of the auth API of 2026-04-23 on a local port. It keeps accounts, credentials and sessions in memory,
 * and verifies codes, tokens, passkeys and signatures: there are no magic test values. It validates requests as the mock
 * does, and each of its responses. In a browser, its URL shows the reference page if `@grid-sdk/reference` is installed.
 *
 * Throws a `TypeError` for an option or a seed that is not valid, and what `listen` throws, for example if the port is in
 * use.
 */
export async function startGridEmulator(options: GridEmulatorOptions = {}): Promise<GridEmulator> {
  const { emulator } = await startEmulator<Types>(defaultLine, options);
  return emulator;
}
