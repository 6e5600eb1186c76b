import type { OperationTableRow, Revision } from "@grid-sdk/core";
import type { GridErrorContext } from "./errors/grid-error.ts";
import { isGridError } from "./errors/is-grid-error.ts";
import type { EventDetails, GridEndEvent, GridEvent } from "./events.ts";
import type { ClientOptions } from "./openapi-fetch.ts";
import type { GridCallOptions } from "./options.ts";
import type { Settings } from "./read-options.ts";

/** The options of a call of `grid.http` that the transport needs. */
export interface CallOptions extends GridCallOptions {
  readonly Request?: ClientOptions["Request"] | undefined;
  readonly parseAs?: unknown;
}

/** The input of any operation. The types of the methods are exact. */
export interface OperationInput extends GridCallOptions {
  path?: object | undefined;
  query?: Record<string, unknown> | undefined;
  header?: object | undefined;
  body?: unknown;
}

/** One call: what its errors and events report, and its progress. */
export interface Call extends GridErrorContext {
  readonly id: number;
  readonly method: string;
  readonly path: string;
  /** From the operation table; undefined if the specification has no such operation. */
  readonly row: OperationTableRow | undefined;
  readonly options: CallOptions;
  /** The signals of the client and of the call. Each of them ends the call. */
  readonly signals: readonly AbortSignal[];
  readonly startedAt: number;
  /** Undefined without an observer, so that no event is created. */
  readonly emit: ((details: EventDetails) => void) | undefined;
  attempts: number;
  mayHaveBeenProcessed: boolean;
  /** The status of the last response. */
  status: number | undefined;
  /** The request id of the last response. */
  requestId: string | undefined;
}

type CallSettings = Pick<Settings, "revision" | "signal" | "onEvent">;

let calls = 0;

/** @param path the path template */
export function createCall(settings: CallSettings, method: string, path: string, options: CallOptions): Call {
  const { revision, signal, onEvent } = settings;
  const operationId = findOperationId(revision, method, path);
  const call: Call = {
    id: ++calls,
    operationId,
    row: operationId === undefined ? undefined : revision.operationTable[operationId],
    method,
    path,
    options,
    signals: [signal, options.signal].filter((given) => given != null),
    startedAt: performance.now(),
    emit: onEvent && ((details) => notify(onEvent, call, details)),
    attempts: 0,
    mayHaveBeenProcessed: false,
    status: undefined,
    requestId: undefined,
  };
  return call;
}

function findOperationId({ operationTable }: Revision, method: string, path: string): string | undefined {
  for (const id in operationTable) {
    if (operationTable[id]?.path === path && operationTable[id].method === method) return id;
  }
  return undefined;
}

/** An observer that throws, or returns a promise that rejects, must not break the call. */
function notify(observe: (event: GridEvent) => unknown, call: Call, details: EventDetails): void {
  const { id: callId, operationId, method, path, attempts: attempt } = call;
  const run = async () => observe({ ...details, callId, operationId, method, path, attempt });
  run().catch(() => {});
}

/** Runs a call and emits how it ended. */
export async function finishCall<Result>(call: Call, work: (call: Call) => Promise<Result>): Promise<Result> {
  const { emit } = call;
  if (!emit) return work(call);
  const end = (outcome: GridEndEvent["outcome"]) => {
    const { status, requestId, startedAt } = call;
    emit({ type: "end", status, requestId, durationMs: performance.now() - startedAt, outcome });
  };
  try {
    const result = await work(call);
    end((call.status ?? 200) < 400 ? "success" : "api");
    return result;
  } catch (error) {
    const aborted = call.signals.some((signal) => signal.aborted) ? "aborted" : "other";
    end(isGridError(error) ? error.kind : aborted);
    throw error;
  }
}
