import type { GridErrorKind } from "./errors/grid-error.ts";

/** What every event says of the call that it belongs to. */
interface CallEvent {
  /** The same for all events of one call, and greater for each later call of this process. */
  readonly callId: number;
  /** Undefined where the specification has no such operation. */
  readonly operationId: string | undefined;
  readonly method: string;
  /** The path template. */
  readonly path: string;
  /** How often the request was sent so far. */
  readonly attempt: number;
}

/** A request leaves. */
export interface GridRequestEvent extends CallEvent {
  readonly type: "request";
}

/** A response is there, its body read. */
export interface GridResponseEvent extends CallEvent {
  readonly type: "response";
  readonly status: number;
  readonly durationMs: number;
  /** The server's id of the request, from `X-Request-Id` or `Request-Id`. */
  readonly requestId: string | undefined;
}

/** The client is going to wait and to send the request again. */
export interface GridRetryEvent extends CallEvent {
  readonly type: "retry";
  readonly delayMs: number;
  /** The status, or the name of the error, that makes it try again. */
  readonly reason: string;
}

/** An attempt ended without a response that can be used, or the caller aborted it. */
export interface GridErrorEvent extends CallEvent {
  readonly type: "error";
  /** The name of the error, for example `GridTimeoutError`. */
  readonly reason: string;
  readonly durationMs: number;
}

/** A call is over: the last event of every call. */
export interface GridEndEvent extends CallEvent {
  readonly type: "end";
  /** The kind of the error; `aborted` by the caller; `other` if it is none of the SDK's, for example middleware's. */
  readonly outcome: "success" | GridErrorKind | "aborted" | "other";
  /** Of the last response; undefined if there was none. */
  readonly status: number | undefined;
  /** Of the last response, the server's id of the request. */
  readonly requestId: string | undefined;
  /** From the call to its result, attempts and waits together. */
  readonly durationMs: number;
}

/** What a client tells its observer: plain objects, never with a header's value or a body. */
export type GridEvent = GridRequestEvent | GridResponseEvent | GridRetryEvent | GridErrorEvent | GridEndEvent;

type Details<Event> = Event extends GridEvent ? Omit<Event, keyof CallEvent> : never;
/** The fields of an event besides those of its call. */
export type EventDetails = Details<GridEvent>;
