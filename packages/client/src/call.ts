import type { OperationTableRow, Revision } from "@grid-sdk/core";
import type { Emit, EventDetails, GridEndEvent } from "./events.ts";
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
  /** Of the operation table; undefined where the specification has no such operation. */
  readonly row: OperationTableRow | undefined;
  readonly options: CallOptions;
  /** Each of them ends the call: the client's and the call's own. */
  readonly signals: readonly AbortSignal[];
  readonly startedAt: number;
  /** Tells the observers; undefined where there are none: then no event is even made. */
  readonly emit: ((details: EventDetails) => void) | undefined;
  attempts: number;
  mayHaveBeenProcessed: boolean;
  /** Of the last response. */
  status: number | undefined;
  /** Of the last response. */
  requestId: string | undefined;
}

let calls = 0;

/** What a client's calls have in common. */
interface Client {
  readonly revision: Revision;
  readonly signal: AbortSignal | null | undefined;
  readonly emit: Emit | undefined;
}

/** @param path the template */
export function createCall(
  { revision, signal, emit }: Client,
  method: string,
  path: string,
  options: CallOptions,
): Call {
  const [operationId, row] = findOperation(revision, method, path);
  const call: Call = {
    id: ++calls,
    operationId,
    row,
    method,
    path,
    options,
    signals: [signal, options.signal].filter((given) => given != null),
    startedAt: performance.now(),
    emit: emit && ((details) => emit(call, details)),
    attempts: 0,
    mayHaveBeenProcessed: false,
    status: undefined,
    requestId: undefined,
  };
  return call;
}

/** The operation that a revision has at a method and a path template. */
function findOperation(
  { operationTable }: Revision,
  method: string,
  path: string,
): [id?: string, row?: OperationTableRow] {
  return Object.entries(operationTable).find(([, row]) => row.method === method && row.path === path) ?? [];
}

/** Does the work of a call and emits how it ended. */
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
