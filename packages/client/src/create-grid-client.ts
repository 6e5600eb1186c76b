import { operationTable } from "@grid-sdk/core";
import { callOperation, type CallInput, type OperationId } from "./call-operation.ts";
import { createHttpClient, type GridHttpClient } from "./http-client.ts";
import type { GridOperationMethods } from "./operation-methods.ts";
import { readOptions, type GridClientOptions } from "./read-options.ts";

/** A client of the Grid auth API. */
export interface GridClient extends GridOperationMethods {
  /** The underlying openapi-fetch client, for what the methods do not cover: same credentials, `{ data, error, response }` results. */
  readonly http: GridHttpClient;
}

/**
 * A client with one method per operation of the specification. A method resolves to `{ status, data, headers }` for
 * a documented success and throws a `GridError` otherwise.
 * Throws a `GridConfigError` if credentials are neither passed nor in the environment.
 */
export function createGridClient(options: GridClientOptions = {}): GridClient {
  const http = createHttpClient(readOptions(options));
  const ids = Object.keys(operationTable) as OperationId[];
  const methods = Object.fromEntries(ids.map((id) => [id, (input?: CallInput) => callOperation(http, id, input)]));
  return { ...(methods as unknown as GridOperationMethods), http };
}
