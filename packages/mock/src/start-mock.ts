import { createResponseCheck } from "@grid-sdk/contract";
import { listOperations, readFragment } from "@grid-sdk/openapi";
import {
  checkOptions,
  createReferencePage,
  createReplyQueue,
  demandOperation,
  type OperationIdOf,
  type OptionRules,
  readReply,
  type ReceivedRequest,
  type ReferenceLine,
  type RecordedRequest,
  recordRequest,
  type ReplyApi,
  type ReplyOf,
  SERVER_RULES,
  startHttpServer,
} from "@grid-sdk/server-kit";
import { createResponseMaker } from "./make-response.ts";
import { loadPrism } from "./prism/load-prism.ts";
import { createResponder } from "./respond-to-request.ts";

export interface GridMockOptions {
  /** Default: a free port. */
  port?: number | undefined;
  /** The address to listen on. Default: `127.0.0.1`. */
  host?: string | undefined;
  /**
   * The host names that it accepts, as in the header `Host`. Default: those of this machine on a loopback address, all on
   * another address, as containers need.
   */
  allowHosts?: readonly string[] | undefined;
  /** The path of another OpenAPI 3.1 file to serve. Default: the fragment of this line. */
  fragment?: string | undefined;
  /**
   * The date-times of examples. `"now"` moves those of an example by one offset, so that they are about now and `expiresAt`
   * is in the future. `"example"` leaves them unchanged. Default: `"now"`.
   */
  clock?: "now" | "example" | undefined;
  /** Called with each request, just before its response. If it throws or rejects, the response is a 500 with the reason. */
  onRequest?: ((request: RecordedRequest) => void | Promise<void>) | undefined;
}

/** The options of a client that calls the mock: `createGridClient(mock.clientOptions)`. */
export interface GridMockClientOptions {
  readonly baseUrl: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** No retries: a retry would hide the error that a test has chosen from the code under test. */
  readonly maxRetries: 0;
}

/** A mock of a line. */
export interface GridMockOf<Api extends ReplyApi> extends AsyncDisposable {
  /** Where it listens, for example `http://127.0.0.1:49152`. */
  readonly url: string;
  /** Its URL, valid credentials, and no retries: one call is one request, and gets the chosen reply. */
  readonly clientOptions: GridMockClientOptions;
  /** The requests that the mock has received so far, in order. */
  readonly requests: readonly RecordedRequest[];
  /**
   * Chooses what the next call of an operation gets, or its next calls in order (a list), or all calls
   * (`times: "always"`): a documented response, your own body, a network error, or what a function returns. Counted replies
   * come first, in order, then the latest reply for all calls, then the documented success that fits the request. Replies
   * win over the header `Prefer`. A request that breaks the contract is refused anyway, and uses no reply.
   *
   * Throws a `TypeError` for a reply that the fragment does not allow. The message lists what is documented. If one reply of
   * a list is not allowed, none of the list is used.
   */
  reply<Id extends OperationIdOf<Api>>(
    operationId: Id,
    reply: NoInfer<ReplyOf<Api, Id> | readonly ReplyOf<Api, Id>[]>,
  ): void;
  /** Forgets all requests and replies. Listens again if connections were refused. */
  reset(): void;
  /** Ends open connections and frees the port. */
  close(): Promise<void>;
}

/** Any credentials work. */
const CREDENTIALS = { clientId: "mock", clientSecret: "mock" };

/** A line as its mock knows it. */
export interface MockLine extends ReferenceLine {
  /** The path of its fragment. */
  readonly fragment: string;
}

const RULES: OptionRules<GridMockOptions> = {
  ...SERVER_RULES,
  clock: ['"now" or "example"', (value) => value === "now" || value === "example"],
};

/** Starts the mock of a line, or of another document. */
export async function startMock<Api extends ReplyApi>(
  line: MockLine,
  options: GridMockOptions,
  /** Whether to keep `requests`. A command does not: it may run for days. */
  { keepsRequests = true }: { readonly keepsRequests?: boolean } = {},
): Promise<GridMockOf<Api>> {
  checkOptions(options, RULES);
  const { port = 0, host = "127.0.0.1", allowHosts, fragment = line.fragment, clock = "now", onRequest } = options;
  const document = await readFragment(fragment);
  const operations = listOperations(document);
  const checkResponse = createResponseCheck(document);
  const makeResponse = createResponseMaker(document, await loadPrism(document), checkResponse, clock === "example");
  const queue = createReplyQueue();
  const respondTo = createResponder({ document, operations, makeResponse, checkResponse, queue });
  const requests: RecordedRequest[] = [];
  let resets = 0;

  const respond = async (request: ReceivedRequest) => {
    // A request that began before a reset is not recorded after it.
    const began = resets;
    const outcome = await respondTo(request);
    if (queue.isRefusing()) server.stopListening();
    const recorded = recordRequest(request, outcome);
    if (keepsRequests && began === resets) requests.push(recorded);
    await onRequest?.(recorded);
    return outcome.delivery;
  };
  const tryIt = { ...CREDENTIALS, takesPrefer: true };
  const page = createReferencePage(document, tryIt, fragment === line.fragment ? line : undefined);
  const server = await startHttpServer({ port, host, allowHosts, page, respond });
  const { url, close } = server;
  return {
    url,
    clientOptions: { baseUrl: url, ...CREDENTIALS, maxRetries: 0 },
    requests,
    reply(operationId, reply) {
      const operation = demandOperation(operations, operationId);
      // All are read before one is queued: a list is used as a whole or not at all.
      const replies = [reply].flat().map((item) => readReply(operation, item, checkResponse));
      queue.add(operationId, replies);
      if (queue.isRefusing()) server.stopListening();
    },
    reset() {
      requests.length = 0;
      resets += 1;
      queue.clear();
      server.listenAgain();
    },
    close,
    [Symbol.asyncDispose]: close,
  };
}
