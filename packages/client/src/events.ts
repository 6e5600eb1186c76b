import type { Call } from "./call.ts";

/** What every event says of the request that it belongs to. */
interface RequestEvent {
  /** Undefined for a call of `grid.http`. */
  readonly operationId: string | undefined;
  readonly method: string;
  /** The path template. */
  readonly path: string;
  /** Counts from 1. */
  readonly attempt: number;
}

/** A request leaves. */
export interface GridRequestEvent extends RequestEvent {
  readonly type: "request";
}

/** An answer is there, its body read. */
export interface GridResponseEvent extends RequestEvent {
  readonly type: "response";
  readonly status: number;
  readonly durationMs: number;
  /** The server's id of the request, from `X-Request-Id` or `Request-Id`. */
  readonly requestId: string | undefined;
}

/** The client is going to wait and to send the request again. */
export interface GridRetryEvent extends RequestEvent {
  readonly type: "retry";
  readonly delayMs: number;
  /** The status, or the name of the error, that makes it try again. */
  readonly reason: string;
}

/** An attempt ended without an answer that can be used, or the caller aborted it. */
export interface GridErrorEvent extends RequestEvent {
  readonly type: "error";
  /** The name of the error, for example `GridTimeoutError`. */
  readonly reason: string;
  readonly durationMs: number;
}

/** What a client tells its observer: plain objects, never with a header's value or a body. */
export type GridEvent = GridRequestEvent | GridResponseEvent | GridRetryEvent | GridErrorEvent;

type Details<Event> = Event extends GridEvent ? Omit<Event, keyof RequestEvent> : never;

export type Emit = (call: Call, details: Details<GridEvent>) => void;

/** Undefined without an observer: then no event is even made. An observer that throws, or rejects, breaks nothing. */
export function createEmit(onEvent: ((event: GridEvent) => void) | undefined): Emit | undefined {
  if (!onEvent) return undefined;
  return ({ operationId, method, path, attempts }, details) => {
    const tell = async () => onEvent({ ...details, operationId, method, path, attempt: attempts });
    tell().catch(() => {});
  };
}
