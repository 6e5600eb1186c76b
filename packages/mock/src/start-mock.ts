import { createRequestCheck, createResponseCheck } from "@grid-sdk/contract";
import { listOperations, readFragment } from "@grid-sdk/openapi";
import {
  createReferencePage,
  createReplyPlayer,
  createReplyQueue,
  demandOperation,
  type OperationIdOf,
  readReply,
  type ReceivedRequest,
  type ReferenceLine,
  type RecordedRequest,
  recordRequest,
  type ReplyApi,
  type ReplyOf,
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
   * The names that it may be called by, as `Host` has them. Default: this machine's own on a loopback address, any on
   * another one, as containers need it.
   */
  allowHosts?: readonly string[] | undefined;
  /** The path of another OpenAPI 3.1 file to serve. Default: the fragment of this entry's line. */
  fragment?: string | undefined;
  /**
   * What the date-times of examples say: `"now"` moves those of an example by one offset, so that what it calls now is
   * now and `expiresAt` lies ahead; `"example"` leaves them as they are written. Default: `"now"`.
   */
  clock?: "now" | "example" | undefined;
  /** Called with each request, just before its response. If it throws or rejects, the mock responds 500 with the reason. */
  onRequest?: ((request: RecordedRequest) => void | Promise<void>) | undefined;
}

/** What `createGridClient` takes to call the mock: `createGridClient(mock.clientOptions)`. */
export interface GridMockClientOptions {
  readonly baseUrl: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** None, or the client would try again, and a reply that is an error would never reach the code under test. */
  readonly maxRetries: 0;
}

/** A mock of a line. */
export interface GridMockOf<Api extends ReplyApi> extends AsyncDisposable {
  /** Where it listens, for example `http://127.0.0.1:49152`. */
  readonly url: string;
  /** Its URL, credentials that it takes, and no retries: one call is one request, and a reply is what the call gets. */
  readonly clientOptions: GridMockClientOptions;
  /** What the mock received, in order, up to now. */
  readonly requests: readonly RecordedRequest[];
  /**
   * Chooses what the next call of an operation gets, or its next calls in order, or all (`times: "always"`): a
   * documented response, a body of your own, an error of the network, or what a function of the request returns. Counted
   * replies come first, in order; then the latest that is for all; then the documented success that fits the request.
   * Replies win over the header `Prefer`. A request that breaks the contract is refused all the same, and uses up none.
   * Throws a `TypeError` that lists what is documented for what the fragment does not allow; of a list then nothing counts.
   */
  reply<Id extends OperationIdOf<Api>>(
    operationId: Id,
    reply: NoInfer<ReplyOf<Api, Id> | readonly ReplyOf<Api, Id>[]>,
  ): void;
  /** Forgets the requests received and the replies chosen; listens again if connections were refused. */
  reset(): void;
  /** Ends open connections and frees the port. */
  close(): Promise<void>;
}

/** Any would do. */
const CREDENTIALS = { clientId: "mock", clientSecret: "mock" };

/** A line as its mock knows it. */
export interface MockLine extends ReferenceLine {
  /** The path of its fragment. */
  readonly fragment: string;
}

/** Starts the mock of a line, or of another document. */
export async function startMock<Api extends ReplyApi>(
  line: MockLine,
  options: GridMockOptions,
  /** Whether `requests` has what came: not in a command, which runs for days. */
  { keepsRequests = true }: { readonly keepsRequests?: boolean } = {},
): Promise<GridMockOf<Api>> {
  const { port = 0, host = "127.0.0.1", allowHosts, fragment = line.fragment, clock = "now", onRequest } = options;
  if (clock !== "now" && clock !== "example") throw new TypeError('clock takes "now" or "example".');
  const document = await readFragment(fragment);
  const operations = listOperations(document);
  const checkResponse = createResponseCheck(document);
  const makeResponse = createResponseMaker(document, await loadPrism(document), checkResponse, clock === "example");
  const queue = createReplyQueue();
  const respondTo = createResponder({
    document,
    operations,
    checkRequest: createRequestCheck(document),
    makeResponse,
    queue,
    playReply: createReplyPlayer(makeResponse, checkResponse),
  });
  const requests: RecordedRequest[] = [];
  let resets = 0;

  const respond = async (request: ReceivedRequest) => {
    // What began before a reset belongs to the time before.
    const began = resets;
    const { delivery, ...outcome } = await respondTo(request);
    if (queue.isRefusing()) server.stopListening();
    const status = delivery.networkError === undefined ? delivery.response.status : undefined;
    const recorded = recordRequest(request, { note: undefined, ...outcome, status });
    if (keepsRequests && began === resets) requests.push(recorded);
    await onRequest?.(recorded);
    return delivery;
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
      // All before any is queued: a list is taken whole or not at all.
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
