import type { ApiRequest, OperationIdOf, OperationRequestOf, ReplyApi } from "@grid-sdk/server-kit";
import type { Clock } from "./clock.ts";
import type { OtpSigner } from "./keys/otp-signer.ts";
import type { Line } from "./lines/line.ts";
import type { Issuer } from "./proofs/issuer.ts";
import type { Stamp } from "./proofs/stamp.ts";
import type { PendingRequest } from "./state/model.ts";
import type { State } from "./state/state.ts";
import type { Message } from "./outbox.ts";

/** One life of the emulator: from the start, or from a reset, to the next reset. */
export interface Emulation {
  readonly line: Line;
  readonly state: State;
  readonly clock: Clock;
  readonly settings: Settings;
  readonly issuer: Issuer;
  readonly signer: OtpSigner;
  /** "Sends" a message, unless the emulator has been reset since. */
  readonly deliver: (box: "outbox" | "texts", message: Message) => void;
}

/** Durations are in milliseconds. */
export interface Settings {
  readonly challengeMs: number;
  readonly sessionMs: number;
  readonly challengeEveryMs: number;
  /** Makes a one-time password. */
  readonly makeCode: () => string;
  /** How many wrong codes are allowed for one sent code. */
  readonly codeAttempts: number;
  /** Whether older codes still work after a new challenge. */
  readonly keepOlderCodes: boolean;
  /** Whether the key that is sealed with a code may be uncompressed. */
  readonly acceptUncompressedOtpKey: boolean;
  /** The allowed origins and RP IDs of passkeys; undefined for any that fit each other. */
  readonly origins: readonly string[] | undefined;
  readonly rpIds: readonly string[] | undefined;
}

/** The response of an operation. */
export interface Result {
  readonly status: number;
  readonly body?: unknown;
}

/** Carries out an operation for a request that is valid by the contract. Throws a `Refusal`. */
export type Handle<Request = ApiRequest> = (emulation: Emulation, request: Request) => Result | Promise<Result>;

/** Checks that a key may sign a request. Throws a `Refusal` if not. */
export type CheckSigner = (stamp: Stamp, pending: PendingRequest) => void;

/** A line's operations. */
export type Handlers<Api extends ReplyApi> = {
  readonly [Id in OperationIdOf<Api>]?: Handle<OperationRequestOf<Api, Id>>;
};
