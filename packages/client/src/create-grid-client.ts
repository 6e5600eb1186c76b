import { operationTable, type OperationMethods, type paths } from "@grid-sdk/core";
import { callOperation, type OperationId, type OperationInput } from "./call-operation.ts";
import { createEmit } from "./events.ts";
import { createHttpClient } from "./http-client.ts";
import type { Client } from "./openapi-fetch.ts";
import type { GridCallOptions, GridClientOptions } from "./options.ts";
import { readOptions } from "./read-options.ts";
import { createTransport } from "./transport.ts";

/** One method per operation of the specification, named by its `operationId`. */
export interface GridOperationMethods extends OperationMethods<GridCallOptions> {}

/** A client of the Grid auth API. */
export interface GridClient extends GridOperationMethods {
  /**
   * openapi-fetch's own client, for what the methods do not cover: its documentation holds. Same credentials, checks,
   * limits and retries as the methods; a response with an error status is a result, `{ error, response }`.
   */
  readonly http: Client<paths>;
}

/**
 * A client with one method per operation of the specification. A method resolves to `{ status, data, headers }` for
 * a documented success and throws a `GridError` otherwise. Takes the options of openapi-fetch's `createClient` too.
 * Throws a `GridConfigError` for options that are missing or wrong, and in a browser.
 */
export function createGridClient(options: GridClientOptions = {}): GridClient {
  const settings = readOptions(options);
  const emit = createEmit(options.onEvent);
  const { http, send } = createHttpClient(options, settings, createTransport(options, settings, emit), emit);
  const ids = Object.keys(operationTable) as OperationId[];
  const methods = ids.map((id) => [id, (input?: OperationInput) => callOperation(send, emit, id, input)]);
  return { ...(Object.fromEntries(methods) as GridOperationMethods), http };
}
