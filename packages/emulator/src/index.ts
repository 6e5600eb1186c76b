export type { GridEmulatorAccount } from "./describe.ts";
export type { GridEmulatorOptions } from "./options.ts";
export type { Mail } from "./outbox.ts";
export type { TokenClaims } from "./proofs/issuer.ts";
export type { AccountSeed, CredentialSeed, Seed } from "./seed/seed.ts";
export type { SoftwareAuthenticator, SoftwareAuthenticatorOptions } from "./software-authenticator.ts";
export { startGridEmulator, type GridEmulator, type GridEmulatorClientOptions } from "./start-grid-emulator.ts";
export type { QueryValues, Violation } from "@grid-sdk/contract";
export type {
  Failure,
  NetworkError,
  OperationId,
  OperationRequest,
  RecordedRequest,
  ReplyFunction,
  ReplyResult,
} from "@grid-sdk/server-kit";
