import { operationTable } from "@grid-sdk/core";
import { GridApiError } from "./errors/grid-api-error.ts";
import type { GridHttpClient } from "./http-client.ts";
import type { GridCallOptions } from "./operation-methods.ts";

export type OperationId = keyof typeof operationTable;

/** Any operation's input; the methods' types say what each really takes. */
export interface CallInput extends GridCallOptions {
  path?: object;
  query?: object;
  header?: object;
  body?: unknown;
}

interface CallResult {
  status: number;
  data: unknown;
  headers: Headers;
}

// One operation of the table is as good as another here; openapi-fetch's types would ask which one it is.
type Send = (
  method: string,
  path: string,
  init: object,
) => Promise<{ data?: unknown; error?: unknown; response: Response }>;

export async function callOperation(
  http: GridHttpClient,
  operationId: OperationId,
  { path: pathParameters, query, header, ...rest }: CallInput = {},
): Promise<CallResult> {
  const { method, path } = operationTable[operationId];
  const params = { path: pathParameters, query, header };
  const { data, error, response } = await (http.request as Send)(method, path, { params, ...rest });
  if (!response.ok) throw new GridApiError(response, error, { operationId, method, path, attempts: 1 });
  return { status: response.status, data, headers: response.headers };
}
