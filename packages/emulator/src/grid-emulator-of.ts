import type { FailureOf, OperationIdOf, RecordedRequest, ReplyApi } from "@grid-sdk/server-kit";
import type { AccountDescription } from "./describe.ts";
import type { Mail } from "./outbox.ts";
import type { TokenClaims } from "./proofs/issuer.ts";
import type { SoftwareAuthenticator, SoftwareAuthenticatorOptions } from "./software-authenticator.ts";

/** The options of a client that calls the emulator: `createGridClient(emulator.clientOptions)`. */
export interface GridEmulatorClientOptions {
  readonly baseUrl: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** No retries: a retry would hide a chosen failure from the code under test. */
  readonly maxRetries: 0;
}

/** The types of a line in its emulator. */
export interface EmulatorTypes extends ReplyApi {
  readonly credential: object;
  readonly session: object;
  readonly account: AccountDescription;
  readonly accountSeed: object;
}

/** An emulator of a line. */
export interface GridEmulatorOf<Types extends EmulatorTypes> extends AsyncDisposable {
  /** Where it listens, for example `http://127.0.0.1:49152`: the `baseUrl` of a client. */
  readonly url: string;
  /** Its URL, API credentials (any work), and no retries. */
  readonly clientOptions: GridEmulatorClientOptions;
  /** The requests that it has received so far, in order. */
  readonly requests: readonly RecordedRequest[];
  /** Its accounts as they are now, oldest first. */
  readonly accounts: readonly Types["account"][];
  /** The mails that were "sent", in order. */
  readonly outbox: readonly Mail[];
  /**
   * Adds an account. Without `credentials`, its wallet has one `EMAIL_OTP` credential of that address; with `[]`, it has
   * none. The first challenge of a credential is never limited. Throws a `TypeError` for an account that is not valid.
   */
  createAccount(account: Types["accountSeed"]): Types["account"];
  /** The credentials of an account as they are now; empty if there is no such account. */
  credentials(accountId: string): Types["credential"][];
  /** The open sessions of an account as they are now; empty if there is no such account. */
  sessions(accountId: string): Types["session"][];
  /** Moves its clock forward, so that codes, challenges and sessions expire. Throws a `TypeError` for less than 0 milliseconds. */
  advance(ms: number): void;
  /** A software authenticator with one passkey, for tests without a browser. Throws a `TypeError` for an origin that is not valid. */
  passkey(options: SoftwareAuthenticatorOptions): SoftwareAuthenticator;
  /** An OpenID Connect ID token of the emulator's own issuer, signed with ES256. Each call returns a new token. */
  oidcToken(claims: TokenClaims): string;
  /**
   * Makes the next call of an operation fail, or its next calls in order (a list): with an error of the API by its `status`
   * and `code`, the response of a proxy (`raw`), a network error, or a delay (`delayMs`). With an error, the call is not
   * carried out. With a network error, it is carried out and its response is lost. Throws a `TypeError` for a success, and
   * for an error that the fragment does not document.
   */
  fail<Id extends OperationIdOf<Types>>(
    operationId: Id,
    failure: NoInfer<FailureOf<Types, Id> | readonly FailureOf<Types, Id>[]>,
  ): void;
  /** Goes back to the seed: forgets accounts, messages, requests, failures and `advance`. */
  reset(): void;
  /** Ends open connections and frees the port. */
  close(): Promise<void>;
}
