import type { OperationTableRow, Revision } from "@grid-sdk/core";
import { checkOptions } from "./check-options.ts";
import type { GridErrorContext } from "./errors/grid-error.ts";
import { isGridError } from "./errors/is-grid-error.ts";
import type { EventDetails, GridEndEvent } from "./events.ts";
import type { CallOptions } from "./call-options.ts";
import type { Observer, Settings } from "./read-options.ts";

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

type CallSettings = Pick<Settings, "revision" | "signal" | "observers">;

let calls = 0;

/** @param path the path template */
export function createCall(settings: CallSettings, method: string, path: string, options: CallOptions): Call {
  const { revision, signal, observers } = settings;
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
    emit: observers.length > 0 ? (details) => notify(observers, call, details) : undefined,
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
function notify(observers: readonly Observer[], call: Call, details: EventDetails): void {
  const { id: callId, operationId, method, path, attempts: attempt } = call;
  for (const observe of observers) {
    const run = async () => observe({ ...details, callId, operationId, method, path, attempt });
    run().catch(() => {});
  }
}

/** Checks the options of a call, runs it, and emits how it ended. */
export async function finishCall<Result>(call: Call, work: () => Promise<Result>): Promise<Result> {
  const { emit } = call;
  const run = () => {
    checkOptions(call.options, call);
    return work();
  };
  if (!emit) return run();
  const end = (outcome: GridEndEvent["outcome"]) => {
    const { status, requestId, startedAt } = call;
    emit({ type: "end", status, requestId, durationMs: performance.now() - startedAt, outcome });
  };
  try {
    const result = await run();
    end((call.status ?? 200) < 400 ? "success" : "api");
    return result;
  } catch (error) {
    const aborted = call.signals.some((signal) => signal.aborted) ? "aborted" : "other";
    end(isGridError(error) ? error.kind : aborted);
    throw error;
  }
}
