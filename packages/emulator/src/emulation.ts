import type { OperationId, OperationRequest } from "@grid-sdk/server-kit";
import type { Clock } from "./clock.ts";
import type { Issuer } from "./proofs/issuer.ts";
import type { State } from "./state/state.ts";
import type { Mail } from "./outbox.ts";

/** What an operation works on. */
export interface Emulation {
  readonly state: State;
  readonly clock: Clock;
  readonly settings: Settings;
  readonly issuer: Issuer;
  readonly outbox: Mail[];
}

/** Durations are in milliseconds. */
export interface Settings {
  readonly challengeMs: number;
  readonly sessionMs: number;
  readonly challengeEveryMs: number;
  /** Makes a one-time password. */
  readonly makeCode: () => string;
  /** The origins and RP IDs that passkeys may be of; undefined: any that fit each other. */
  readonly origins: readonly string[] | undefined;
  readonly rpIds: readonly string[] | undefined;
}

/** What an operation responds with. */
export interface Result {
  readonly status: number;
  readonly body?: unknown;
}

/** Carries out an operation for a request that keeps the contract. Throws a `Refusal`. */
export type Handle<Id extends OperationId> = (
  emulation: Emulation,
  request: OperationRequest<Id>,
) => Result | Promise<Result>;
