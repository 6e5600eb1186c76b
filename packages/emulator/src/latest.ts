export {
  startGridEmulator,
  type AccountSeed,
  type CredentialSeed,
  type Failure,
  type GridEmulator,
  type GridEmulatorAccount,
  type GridEmulatorOptions,
  type OperationId,
  type OperationRequest,
  type ReplyFunction,
  type ReplyResult,
  type Seed,
} from "./lines/latest/start-grid-emulator.ts";
export type { CardSeed } from "./seed/seed.ts";
export type { Card } from "./state/model.ts";
export type { GridEmulatorClientOptions } from "./grid-emulator-of.ts";
export type { Mail, Text } from "./outbox.ts";
export type { TokenClaims } from "./proofs/issuer.ts";
export type { SoftwareAuthenticator, SoftwareAuthenticatorOptions } from "./software-authenticator.ts";
export type { QueryValues, Violation } from "@grid-sdk/contract";
export type { NetworkError, RecordedRequest } from "@grid-sdk/server-kit";
