import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { listOperations, readFragment } from "@grid-sdk/contract";
import type { OperationExamples } from "@grid-sdk/core";
import { createAnswering } from "./answer-request.ts";
import type { Answer } from "./answer.ts";
import { answerPreflight, CORS_HEADERS } from "./cors.ts";
import { readRequest } from "./read-request.ts";
import { type RecordedRequest, recordRequest } from "./recorded-request.ts";
import { createReplyQueue, type ReplyChoice } from "./reply-queue.ts";

export interface GridMockOptions {
  /** Default: a free port. */
  port?: number;
  /** Default: `127.0.0.1`. */
  host?: string;
  /** The path of another OpenAPI file to serve. Default: the fragment that `@grid-sdk/core` exports. */
  fragment?: string;
  /** Called with each request, just before it is answered. If it throws, the mock answers 500 with the reason. */
  onRequest?: (request: RecordedRequest) => void;
}

export interface GridMock extends AsyncDisposable {
  /** What to give `createGridClient` as `baseUrl`. */
  readonly url: string;
  /** What the mock received, in order, up to now. */
  readonly requests: readonly RecordedRequest[];
  /**
   * Chooses the answer to the next call of an operation, or the answers to its next calls in order; then the first
   * documented success is the answer again. Chosen answers win over the header `Prefer`. A request that breaks the
   * contract is refused all the same, and leaves the answer to the next one.
   * Throws a `TypeError` that lists what is documented for an operation, a status or an example that is not.
   */
  reply<Id extends keyof OperationExamples>(
    operationId: Id,
    choice: ReplyChoice<Id> | readonly ReplyChoice<Id>[],
  ): void;
  /** Forgets the requests received and the answers chosen. */
  reset(): void;
  /** Ends open connections and frees the port. */
  close(): Promise<void>;
}

/**
 * Serves the fragment on a local port with Prism's engine: requests, answers and the shape of the credentials are
 * checked; a request that breaks the contract gets the documented failure, with the reasons in `details.violations`.
 * The answer is the first documented success, or what `reply` or the header `Prefer: code=<status>, example=<name>` chose.
 * Throws a `TypeError` for a file that is no OpenAPI document, and what `listen` throws for a port that is taken.
 */
export async function startGridMock(options: GridMockOptions = {}): Promise<GridMock> {
  const { port = 0, host = "127.0.0.1", fragment, onRequest } = options;
  const document = await readFragment(fragment);
  const operations = listOperations(document);
  const queue = createReplyQueue(operations);
  const answerRequest = await createAnswering(document, operations, queue);
  const requests: RecordedRequest[] = [];

  const respond = async (message: IncomingMessage): Promise<Answer> => {
    const preflight = answerPreflight(message);
    if (preflight) return { status: 204, headers: preflight, body: undefined };
    const request = await readRequest(message);
    const outcome = await answerRequest(request);
    const recorded = recordRequest(request, outcome);
    requests.push(recorded);
    onRequest?.(recorded);
    return outcome.answer;
  };
  const server = createServer((message, response) => {
    void respond(message)
      .catch((error: unknown) => ({ status: 500, headers: { "content-type": "text/plain" }, body: String(error) }))
      .then((answer) => send(response, answer));
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject).listen(port, host, resolve);
  });

  const close = async () => {
    if (!server.listening) return;
    const closed = new Promise((resolve) => server.close(resolve));
    server.closeAllConnections();
    await closed;
  };
  const address = server.address() as AddressInfo;
  const authority = address.family === "IPv6" ? `[${address.address}]` : address.address;
  return {
    url: `http://${authority}:${address.port}`,
    requests,
    reply: (operationId, choice) => queue.add(operationId, Array.isArray(choice) ? choice : [choice]),
    reset() {
      requests.length = 0;
      queue.clear();
    },
    close,
    [Symbol.asyncDispose]: close,
  };
}

function send(response: ServerResponse, { status, headers, body }: Answer): void {
  const { "content-type": _, ...withoutType } = headers;
  if (body === undefined) {
    response.writeHead(status, { ...CORS_HEADERS, ...withoutType }).end();
  } else {
    const text = typeof body === "string" ? body : JSON.stringify(body);
    response.writeHead(status, { ...CORS_HEADERS, ...headers }).end(text);
  }
}
