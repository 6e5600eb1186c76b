import { createRequire } from "node:module";
import type { OperationExamples, operations } from "@grid-sdk/core/latest";
import type { OperationIdOf, OperationRequestOf, ReplyFunctionOf, ReplyOf, ReplyResultOf } from "@grid-sdk/server-kit";
import { type GridMockOf, type GridMockOptions, startMock } from "../start-mock.ts";

/** The types of core for this line. */
interface Api {
  readonly examples: OperationExamples;
  readonly operations: operations;
}

/** The `operationId`s of this line. */
export type OperationId = OperationIdOf<Api>;
/** A request of an operation, as `when` and reply functions get it. */
export type OperationRequest<Id extends OperationId = OperationId> = OperationRequestOf<Api, Id>;
/** What a reply function returns; undefined for the usual response. */
export type ReplyResult<Id extends OperationId> = ReplyResultOf<Api, Id>;
/** A response as a function of the request. */
export type ReplyFunction<Id extends OperationId> = ReplyFunctionOf<Api, Id>;
/** What a call gets: a documented response, your own body, a network error, or what a function returns. */
export type Reply<Id extends OperationId = OperationId> = ReplyOf<Api, Id>;

export interface GridMock extends GridMockOf<Api> {}

/**
 * Starts a mock server on a local port. It checks requests against the fragment, and credentials only by their form. A
 * request that breaks the contract gets the documented error, with the reasons in `details.violations`. Any other request
 * gets the success that fits it: the example of its `type`, and after a signed retry the success that follows the 202. In
 * a browser, its URL shows the reference page if `@grid-sdk/reference` is installed.
 *
 * Throws a `TypeError` if the file is not an OpenAPI 3.1 document or has references or patterns that are not valid, and
 * what `listen` throws, for example if the port is in use.
 */
export function startGridMock(options: GridMockOptions = {}): Promise<GridMock> {
  const fragment = createRequire(import.meta.url).resolve("@grid-sdk/core/latest/openapi.json");
  return startMock<Api>({ name: "latest", client: "@grid-sdk/client/latest", fragment }, options);
}
