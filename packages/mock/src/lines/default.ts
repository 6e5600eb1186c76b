import { createRequire } from "node:module";
import type { OperationExamples, operations } from "@grid-sdk/core";
import type { OperationIdOf, OperationRequestOf, ReplyFunctionOf, ReplyOf, ReplyResultOf } from "@grid-sdk/server-kit";
import { type GridMockOf, type GridMockOptions, startMock } from "../start-mock.ts";

/** What core says of this line. */
interface Api {
  readonly examples: OperationExamples;
  readonly operations: operations;
}

/** The `operationId`s of this line. */
export type OperationId = OperationIdOf<Api>;
/** A request that an operation takes, as a condition or a function of the request sees it. */
export type OperationRequest<Id extends OperationId = OperationId> = OperationRequestOf<Api, Id>;
/** What a reply function returns; undefined: the response that would have come without it. */
export type ReplyResult<Id extends OperationId> = ReplyResultOf<Api, Id>;
/** A response as a function of the request. */
export type ReplyFunction<Id extends OperationId> = ReplyFunctionOf<Api, Id>;
/** What a call of an operation gets: a documented response, a body of your own, an error of the network, or what a function says. */
export type Reply<Id extends OperationId = OperationId> = ReplyOf<Api, Id>;

export interface GridMock extends GridMockOf<Api> {}

/**
 * Serves the fragment on a local port with Prism's engine. Requests are checked against the fragment, credentials by
 * their shape; one that breaks the contract gets the documented error, with the reasons in `details.violations`. The
 * response is the success that fits the request: the example of its `type`, and what follows a 202 if it is signed.
 * A browser that opens its URL gets the reference of the fragment, if `@grid-sdk/reference` is installed.
 * Throws a `TypeError` for a file that is no OpenAPI 3.1 document or has references and patterns that cannot be used,
 * and what `listen` throws for a port that is taken.
 */
export function startGridMock(options: GridMockOptions = {}): Promise<GridMock> {
  const fragment = createRequire(import.meta.url).resolve("@grid-sdk/core/openapi.json");
  return startMock<Api>({ name: "2026-04-23", client: "@grid-sdk/client", fragment }, options);
}
