import { operationTable } from "@grid-sdk/core";
import { callOperation, type OperationId } from "./call-operation.ts";
import { createHttpClient, type GridHttpClient } from "./http-client.ts";
import type { GridOperationMethods } from "./operation-methods.ts";
import type { GridClientOptions } from "./options.ts";
import type { CallInput } from "./plan-request.ts";
import { createTransport } from "./transport.ts";

/** A client of the Grid auth API. */
export interface GridClient extends GridOperationMethods {
  /** Calls by method and path as openapi-fetch has them, for what the methods do not cover: `{ data, error, response }` results. */
  readonly http: GridHttpClient;
}

/**
 * A client with one method per operation of the specification. A method resolves to `{ status, data, headers }` for
 * a documented success and throws a `GridError` otherwise.
 * Throws a `GridConfigError` for options that are missing or wrong, and in a browser.
 */
export function createGridClient(options: GridClientOptions = {}): GridClient {
  const transport = createTransport(options);
  const ids = Object.keys(operationTable) as OperationId[];
  const methods = Object.fromEntries(ids.map((id) => [id, (input?: CallInput) => callOperation(transport, id, input)]));
  return { ...(methods as unknown as GridOperationMethods), http: createHttpClient(transport) };
}
