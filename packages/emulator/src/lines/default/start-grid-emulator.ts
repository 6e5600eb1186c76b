import type { AuthMethod, AuthMethodType, AuthSession } from "@grid-sdk/core";
import type {
  FailureOf,
  OperationIdOf,
  OperationRequestOf,
  ReplyFunctionOf,
  ReplyResultOf,
} from "@grid-sdk/server-kit";
import type { GridEmulatorOf } from "../../grid-emulator-of.ts";
import type { GridEmulatorOptionsOf } from "../../options.ts";
import type { AccountSeedFields, CredentialSeedOf } from "../../seed/seed.ts";
import { startEmulator } from "../../start-emulator.ts";
import { type Api, defaultLine } from "./line.ts";

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
  /** Default: one `EMAIL_OTP`. */
  readonly credentials?: readonly CredentialSeed[] | undefined;
}

/** What an emulator begins with. */
export interface Seed {
  readonly accounts?: readonly AccountSeed[] | undefined;
}

/** An account, and its credentials as the API shows them. */
export interface GridEmulatorAccount {
  readonly id: string;
  readonly email: string;
  readonly credentials: readonly AuthMethod[];
}

export interface GridEmulatorOptions extends GridEmulatorOptionsOf<Seed> {}

/** What core and the seeds say of this line. */
interface Types extends Api {
  readonly credential: AuthMethod;
  readonly session: AuthSession;
  readonly account: GridEmulatorAccount;
  readonly accountSeed: AccountSeed;
}

export interface GridEmulator extends GridEmulatorOf<Types> {}

/**
 * Serves the auth API of 2026-04-23 from memory on a local port. It verifies codes, tokens, passkeys and signatures for
 * real and has no value that is always taken; requests are held against the fragment as the mock holds them, responses
 * before they leave. A browser that opens its URL gets the reference of the fragment, if `@grid-sdk/reference` is
 * installed. Throws a `TypeError` for an option or a seed that cannot be, and what `listen` throws for a port that is
 * taken.
 */
export async function startGridEmulator(options: GridEmulatorOptions = {}): Promise<GridEmulator> {
  const { emulator } = await startEmulator<Types>(defaultLine, options);
  return emulator;
}
