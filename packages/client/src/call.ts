import { operationTable } from "@grid-sdk/core";
import type { Emit } from "./events.ts";
import type { GridErrorContext } from "./errors/grid-error.ts";
import { isGridError } from "./errors/is-grid-error.ts";
import type { ClientOptions } from "./openapi-fetch.ts";
import type { GridCallOptions } from "./options.ts";

/** What a call of openapi-fetch can say of itself that the transport has to know. */
export interface CallOptions extends GridCallOptions {
  readonly Request?: ClientOptions["Request"] | undefined;
  readonly parseAs?: unknown;
}

/** One call: what its errors and events say of it, and how far it has come. */
export interface Call extends GridErrorContext {
  readonly id: number;
  readonly method: string;
  readonly path: string;
  readonly options: CallOptions;
  readonly startedAt: number;
  attempts: number;
  mayHaveBeenProcessed: boolean;
  /** Of the last response. */
  status: number | undefined;
}

let calls = 0;

/** @param path the template */
export function createCall(
  method: string,
  path: string,
  options: CallOptions,
  operationId = findOperationId(method, path),
): Call {
  return {
    id: ++calls,
    operationId,
    method,
    path,
    options,
    startedAt: performance.now(),
    attempts: 0,
    mayHaveBeenProcessed: false,
    status: undefined,
  };
}

function findOperationId(method: string, path: string): string | undefined {
  return Object.entries(operationTable).find(([, row]) => row.method === method && row.path === path)?.[0];
}

/** Does the work of a call and tells how it ended. */
export async function finishCall<Result>(
  call: Call,
  emit: Emit | undefined,
  work: (call: Call) => Promise<Result>,
): Promise<Result> {
  if (!emit) return work(call);
  const tell = (outcome: Parameters<Emit>[1] & { type: "end" }) => emit(call, outcome);
  const end = () => ({ type: "end", status: call.status, durationMs: performance.now() - call.startedAt }) as const;
  try {
    const result = await work(call);
    tell({ ...end(), outcome: (call.status ?? 200) < 400 ? "success" : "api" });
    return result;
  } catch (error) {
    const aborted = call.options.signal?.aborted ? "aborted" : "other";
    tell({ ...end(), outcome: isGridError(error) ? error.kind : aborted });
    throw error;
  }
}
