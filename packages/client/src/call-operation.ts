import { operationTable } from "@grid-sdk/core";
import type { Call } from "./call.ts";
import { GridApiError } from "./errors/grid-api-error.ts";
import { GridResponseError } from "./errors/grid-response-error.ts";
import type { CallInput } from "./plan-request.ts";
import type { Transport } from "./transport.ts";

export type OperationId = keyof typeof operationTable;

interface CallResult {
  status: number;
  data: unknown;
  headers: Headers;
}

/** Calls an operation of the specification. Throws a `GridError` for all but a documented success. */
export async function callOperation(
  transport: Transport,
  operationId: OperationId,
  input: CallInput = {},
): Promise<CallResult> {
  const { method, path, success } = operationTable[operationId];
  const call: Call = { operationId, method, path, attempts: 0 };
  const { response, body } = await transport(call, input);
  const { status, headers, ok } = response;
  if (!ok) throw new GridApiError(response, body, call);
  if (!(success as readonly number[]).includes(status))
    throw new GridResponseError(response, "an undocumented status", call);
  if (body == null && status !== 204) throw new GridResponseError(response, "no body", call);
  return { status, data: body, headers };
}
