import { createResponseCheck } from "@grid-sdk/contract";
import { listOperations, readFragment } from "@grid-sdk/openapi";
import {
  createReferencePage,
  createReplyQueue,
  demandOperation,
  type ReceivedRequest,
  type RecordedRequest,
  recordRequest,
  startHttpServer,
} from "@grid-sdk/server-kit";
import { createClock } from "./clock.ts";
import { describeAccount, describeCredential, describeSession } from "./describe.ts";
import type { Emulation } from "./emulation.ts";
import type { EmulatorTypes, GridEmulatorOf } from "./grid-emulator-of.ts";
import { createOtpSigner } from "./keys/otp-signer.ts";
import type { Line } from "./lines/line.ts";
import { respondToControl } from "./control/control.ts";
import { type AnyGridEmulatorOptions, readSettings } from "./options.ts";
import type { Mail, Message, Text } from "./outbox.ts";
import { createIssuer } from "./proofs/issuer.ts";
import { readFailure } from "./read-failure.ts";
import { createResponder } from "./respond-to-request.ts";
import { addAccount } from "./seed/add-account.ts";
import { findSeedReader } from "./seed/read-seed.ts";
import { createSoftwareAuthenticator } from "./software-authenticator.ts";
import { listCredentials } from "./state/credentials.ts";
import { listSessions } from "./state/sessions.ts";
import { createState } from "./state/state.ts";

/** An emulator, with the parts that only some lines show. */
export interface StartedEmulator<Types extends EmulatorTypes> {
  readonly emulator: GridEmulatorOf<Types>;
  readonly texts: readonly Text[];
  /** The public key that signs the targets of sealed codes. */
  readonly otpSigner: string;
}

/** What a command changes. */
interface CommandOptions {
  /** Whether to keep `requests`. A command does not: it may run for days. */
  readonly keepsRequests?: boolean;
  /** Whether to serve control routes, for tests in another language. */
  readonly isControlled?: boolean;
}

/** Any credentials work: the emulator does not check API credentials. */
const CREDENTIALS = { clientId: "emulator", clientSecret: "emulator" };

/** Starts the emulator of a line. */
export async function startEmulator<Types extends EmulatorTypes>(
  line: Line,
  options: AnyGridEmulatorOptions,
  { keepsRequests = true, isControlled = false }: CommandOptions = {},
): Promise<StartedEmulator<Types>> {
  const settings = readSettings(options, line.sealsCodes);
  const { port = 0, host = "127.0.0.1", allowHosts, fragment = line.fragment, seed, onRequest } = options;
  // The issuer of a token has no slash at its end.
  const publicUrl = options.publicUrl?.replace(/\/+$/, "");
  const { readSeed, readAccount } = findSeedReader(line);
  const seeded = seed === undefined ? [] : readSeed(seed);
  const clock = createClock(options.now);
  // Throws for a time that is not valid, before the server listens.
  clock.now();
  const document = await readFragment(fragment);
  const operations = listOperations(document);
  const checkResponse = createResponseCheck(document);
  const queue = createReplyQueue();
  const issuer = createIssuer(() => publicUrl ?? server.url);
  const signer = createOtpSigner();
  const requests: RecordedRequest[] = [];
  const [outbox, texts]: [Mail[], Text[]] = [[], []];
  let emulation: Emulation;
  const begin = () => {
    const state = createState(clock.now, settings);
    const deliver = (box: "outbox" | "texts", message: Message) => {
      if (state === emulation.state) (box === "texts" ? texts : outbox).push(message);
    };
    emulation = { line, state, clock, settings, issuer, signer, deliver };
    for (const account of seeded) addAccount(emulation, account);
  };
  const respondTo = createResponder({ document, operations, checkResponse, queue });

  const respond = async (request: ReceivedRequest) => {
    const controlled = isControlled && respondToControl(started, request);
    if (controlled) return { response: controlled };
    // A request that began before a reset belongs to the life before it.
    const { state } = emulation;
    const outcome = await respondTo(emulation, request);
    if (queue.isRefusing()) server.stopListening();
    const recorded = recordRequest(request, outcome);
    if (keepsRequests && state === emulation.state) requests.push(recorded);
    await onRequest?.(recorded);
    return outcome.delivery;
  };
  const tryIt = { ...CREDENTIALS, takesPrefer: false };
  const page = createReferencePage(document, tryIt, fragment === line.fragment ? line : undefined);
  // Clients compare expiry times with the server's clock.
  const server = await startHttpServer({ port, host, allowHosts, page, now: clock.now, respond });
  const { url, close } = server;
  try {
    begin();
  } catch (error) {
    await close();
    throw error;
  }
  const emulator: GridEmulatorOf<EmulatorTypes> = {
    url,
    clientOptions: { baseUrl: url, ...CREDENTIALS, maxRetries: 0 },
    requests,
    outbox,
    get accounts() {
      return [...emulation.state.accounts.values()].map((account) => describeAccount(emulation, account));
    },
    createAccount: (account) => describeAccount(emulation, addAccount(emulation, readAccount(account))),
    credentials: (accountId) =>
      listCredentials(emulation.state.accounts.get(accountId)).map((one) => describeCredential(emulation, one)),
    sessions: (accountId) => listSessions(emulation.state, accountId).map((one) => describeSession(emulation, one)),
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
      for (const list of [requests, outbox, texts]) list.length = 0;
      queue.clear();
      clock.reset();
      server.listenAgain();
      begin();
    },
    close,
    [Symbol.asyncDispose]: close,
  };
  const started = { emulator, texts, otpSigner: signer.publicKey, now: clock.now };
  // The types come from the same fragment that requests and responses are validated with.
  return { ...started, emulator: emulator as object as GridEmulatorOf<Types> };
}
