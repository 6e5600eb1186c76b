import type { AuthMethod, AuthSession } from "@grid-sdk/core";
import { createRequestCheck, createResponseCheck, listOperations, readFragment } from "@grid-sdk/contract";
import {
  createReferencePage,
  createReplyQueue,
  demandOperation,
  type Failure,
  type OperationId,
  type ReceivedRequest,
  type RecordedRequest,
  recordRequest,
  startHttpServer,
} from "@grid-sdk/server-kit";
import { createClock } from "./clock.ts";
import { describeAccount, describeCredential, describeSession, type GridEmulatorAccount } from "./describe.ts";
import type { Emulation } from "./emulation.ts";
import { type GridEmulatorOptions, readSettings } from "./options.ts";
import type { Mail } from "./outbox.ts";
import { createIssuer, type TokenClaims } from "./proofs/issuer.ts";
import { readFailure } from "./read-failure.ts";
import { createResponder } from "./respond-to-request.ts";
import { addAccount } from "./seed/add-account.ts";
import { readAccountSeed, readSeed } from "./seed/read-seed.ts";
import type { AccountSeed } from "./seed/seed.ts";
import {
  createSoftwareAuthenticator,
  type SoftwareAuthenticator,
  type SoftwareAuthenticatorOptions,
} from "./software-authenticator.ts";
import { listCredentials } from "./state/credentials.ts";
import { listSessions } from "./state/sessions.ts";
import { createState } from "./state/state.ts";

/** What `createGridClient` takes to call the emulator: `createGridClient(emulator.clientOptions)`. */
export interface GridEmulatorClientOptions {
  readonly baseUrl: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** None, or the client would try again, and a failure would never reach the code under test. */
  readonly maxRetries: 0;
}

export interface GridEmulator extends AsyncDisposable {
  /** Where it listens, for example `http://127.0.0.1:49152`: what `createGridClient` takes as `baseUrl`. */
  readonly url: string;
  /** Its URL, API credentials that it takes (any), and no retries. */
  readonly clientOptions: GridEmulatorClientOptions;
  /** What it received, in order, up to now. */
  readonly requests: readonly RecordedRequest[];
  /** Its accounts as they are now, in the order in which they were made. */
  readonly accounts: readonly GridEmulatorAccount[];
  /** The mails that were "sent", in order. */
  readonly outbox: readonly Mail[];
  /**
   * Adds an account with a wallet that has an `EMAIL_OTP` credential of that address, whose first challenge is never
   * limited; `credentials` says what else it has, `[]` nothing. Throws a `TypeError` for what no account can be.
   */
  createAccount(account: AccountSeed): GridEmulatorAccount;
  /** The credentials of an account as they are now; empty if there is no such account. */
  credentials(accountId: string): AuthMethod[];
  /** The open sessions of an account as they are now; empty if there is no such account. */
  sessions(accountId: string): AuthSession[];
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
  fail<Id extends OperationId>(operationId: Id, failure: NoInfer<Failure<Id> | readonly Failure<Id>[]>): void;
  /** Back to the seed: forgets accounts, mails, requests, failures and `advance`. */
  reset(): void;
  /** Ends open connections and frees the port. */
  close(): Promise<void>;
}

/** The line that it speaks, as the reference page names it. */
const LINE = { name: "2026-04-23", client: "@grid-sdk/client" };

/** Any would do: whose API credentials they are is no part of what is emulated. */
const CREDENTIALS = { clientId: "emulator", clientSecret: "emulator" };

/**
 * Serves the auth API from memory on a local port. It verifies codes, tokens, passkeys and signatures for real and has no
 * value that is always taken; requests are held against the fragment as the mock holds them, responses before they leave.
 * A browser that opens its URL gets the reference of the fragment, if `@grid-sdk/reference` is installed.
 * Throws a `TypeError` for an option or a seed that cannot be, and what `listen` throws for a port that is taken.
 */
export async function startGridEmulator(options: GridEmulatorOptions = {}): Promise<GridEmulator> {
  const { port = 0, host = "127.0.0.1", fragment, seed, onRequest } = options;
  const settings = readSettings(options);
  const seeded = seed === undefined ? [] : readSeed(seed);
  const clock = createClock(options.now);
  const document = await readFragment(fragment);
  const operations = listOperations(document);
  const checkResponse = createResponseCheck(document);
  const queue = createReplyQueue();
  const requests: RecordedRequest[] = [];
  const outbox: Mail[] = [];
  const issuer = createIssuer(() => server.url);
  let emulation: Emulation;
  const begin = () => {
    emulation = { state: createState(clock.now, settings.challengeMs), clock, settings, issuer, outbox };
    for (const account of seeded) addAccount(emulation, account);
  };
  const respondTo = createResponder({
    document,
    operations,
    checkRequest: createRequestCheck(document),
    checkResponse,
    queue,
  });

  const respond = async (request: ReceivedRequest) => {
    const { delivery, ...outcome } = await respondTo(emulation, request);
    if (queue.isRefusing()) server.stopListening();
    const status = delivery.networkError === undefined ? delivery.response.status : undefined;
    const recorded = recordRequest(request, { note: undefined, ...outcome, status });
    requests.push(recorded);
    await onRequest?.(recorded);
    const { response } = delivery;
    // Clients judge what has expired by the server's clock.
    const date = new Date(clock.now()).toUTCString();
    return { ...delivery, response: { ...response, headers: { date, ...response.headers } } };
  };
  const page = createReferencePage(document, CREDENTIALS, fragment === undefined ? LINE : undefined);
  const server = await startHttpServer({ port, host, page, respond });
  const { url, close } = server;
  try {
    begin();
  } catch (error) {
    await close();
    throw error;
  }
  return {
    url,
    clientOptions: { baseUrl: url, ...CREDENTIALS, maxRetries: 0 },
    requests,
    outbox,
    get accounts() {
      return [...emulation.state.accounts.values()].map(describeAccount);
    },
    createAccount: (account) => describeAccount(addAccount(emulation, readAccountSeed(account))),
    credentials: (accountId) => listCredentials(emulation.state.accounts.get(accountId)).map(describeCredential),
    sessions: (accountId) => listSessions(emulation.state.accounts.get(accountId), clock.now()).map(describeSession),
    advance: clock.advance,
    passkey: createSoftwareAuthenticator,
    oidcToken: (claims) => issuer.issueToken(claims, clock.now()),
    fail(operationId, failure) {
      const operation = demandOperation(operations, operationId);
      const failures = [failure].flat().map((item) => readFailure(operation, item, checkResponse));
      queue.add(operationId, failures);
      if (queue.isRefusing()) server.stopListening();
    },
    reset() {
      requests.length = 0;
      outbox.length = 0;
      queue.clear();
      clock.reset();
      server.listenAgain();
      begin();
    },
    close,
    [Symbol.asyncDispose]: close,
  };
}
