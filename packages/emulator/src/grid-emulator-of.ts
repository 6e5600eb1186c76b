import type { FailureOf, OperationIdOf, RecordedRequest, ReplyApi } from "@grid-sdk/server-kit";
import type { AccountDescription } from "./describe.ts";
import type { Mail } from "./outbox.ts";
import type { TokenClaims } from "./proofs/issuer.ts";
import type { SoftwareAuthenticator, SoftwareAuthenticatorOptions } from "./software-authenticator.ts";

/** What `createGridClient` takes to call the emulator: `createGridClient(emulator.clientOptions)`. */
export interface GridEmulatorClientOptions {
  readonly baseUrl: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** None, or the client would try again, and a failure would never reach the code under test. */
  readonly maxRetries: 0;
}

/** The types of a line that its emulator speaks of. */
export interface EmulatorTypes extends ReplyApi {
  readonly credential: object;
  readonly session: object;
  readonly account: AccountDescription;
  readonly accountSeed: object;
}

/** An emulator of a line. */
export interface GridEmulatorOf<Types extends EmulatorTypes> extends AsyncDisposable {
  /** Where it listens, for example `http://127.0.0.1:49152`: what `createGridClient` takes as `baseUrl`. */
  readonly url: string;
  /** Its URL, API credentials that it takes (any), and no retries. */
  readonly clientOptions: GridEmulatorClientOptions;
  /** What it received, in order, up to now. */
  readonly requests: readonly RecordedRequest[];
  /** Its accounts as they are now, in the order in which they were made. */
  readonly accounts: readonly Types["account"][];
  /** The mails that were "sent", in order. */
  readonly outbox: readonly Mail[];
  /**
   * Adds an account with a wallet that has an `EMAIL_OTP` credential of that address, whose first challenge is never
   * limited; `credentials` says what else it has, `[]` nothing. Throws a `TypeError` for what no account can be.
   */
  createAccount(account: Types["accountSeed"]): Types["account"];
  /** The credentials of an account as they are now; empty if there is no such account. */
  credentials(accountId: string): Types["credential"][];
  /** The open sessions of an account as they are now; empty if there is no such account. */
  sessions(accountId: string): Types["session"][];
  /** Moves its clock forward: what expires by then has expired. Throws a `TypeError` for less than 0 milliseconds. */
  advance(ms: number): void;
  /** A software authenticator with one passkey, for tests without a browser. Throws a `TypeError` for no origin. */
  passkey(options: SoftwareAuthenticatorOptions): SoftwareAuthenticator;
  /** An OpenID Connect ID token of the emulator's own issuer, signed with ES256. Issued anew, it is another one. */
  oidcToken(claims: TokenClaims): string;
  /**
   * Makes the next call of an operation fail, or its next calls in order: with an error of the API, by its `status` and
   * `code`, a response of a proxy (`raw`), an error of the network, or late (`delayMs`). What gets an error is not carried out;
   * what a network error strikes is, and its response is lost. Throws a `TypeError` for a success, and for what the
   * fragment does not document.
   */
  fail<Id extends OperationIdOf<Types>>(
    operationId: Id,
    failure: NoInfer<FailureOf<Types, Id> | readonly FailureOf<Types, Id>[]>,
  ): void;
  /** Back to the seed: forgets accounts, messages, requests, failures and `advance`. */
  reset(): void;
  /** Ends open connections and frees the port. */
  close(): Promise<void>;
}
