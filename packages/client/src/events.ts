import type { GridErrorKind } from "./errors/grid-error.ts";

/** The fields of every event: the call that it belongs to. */
interface CallEvent {
  /** The same for all events of one call, and greater for each later call of this process. */
  readonly callId: number;
  /** Undefined if the specification has no such operation. */
  readonly operationId: string | undefined;
  readonly method: string;
  /** The path template. */
  readonly path: string;
  /** How often the request has been sent so far. */
  readonly attempt: number;
}

/** A request is being sent. */
export interface GridRequestEvent extends CallEvent {
  readonly type: "request";
}

/** A response has arrived, and its body has been read. */
export interface GridResponseEvent extends CallEvent {
  readonly type: "response";
  readonly status: number;
  readonly durationMs: number;
  /** The server's id of the request, from `X-Request-Id` or `Request-Id`. */
  readonly requestId: string | undefined;
}

/** The client is going to wait, then to retry. */
export interface GridRetryEvent extends CallEvent {
  readonly type: "retry";
  readonly delayMs: number;
  /** The status, or the name of the error, that caused the retry. */
  readonly reason: string;
}

/** An attempt ended without a usable response, or the caller aborted it. */
export interface GridErrorEvent extends CallEvent {
  readonly type: "error";
  /** The name of the error, for example `GridTimeoutError`. */
  readonly reason: string;
  readonly durationMs: number;
}

/** A call is over: the last event of every call. */
export interface GridEndEvent extends CallEvent {
  readonly type: "end";
  /** The kind of the error, `aborted` by the caller, or `other` for an error that is not the SDK's, such as middleware's. */
  readonly outcome: "success" | GridErrorKind | "aborted" | "other";
  /** The status of the last response; undefined if none arrived. */
  readonly status: number | undefined;
  /** The server's id of the request, from the last response. */
  readonly requestId: string | undefined;
  /** From the call to its result, with all attempts and waits, in milliseconds. */
  readonly durationMs: number;
}

/** What the observer `onEvent` gets: a plain object, never with a header's value or a body. */
export type GridEvent = GridRequestEvent | GridResponseEvent | GridRetryEvent | GridErrorEvent | GridEndEvent;

type Details<Event> = Event extends GridEvent ? Omit<Event, keyof CallEvent> : never;
/** The fields of an event besides those of its call. */
export type EventDetails = Details<GridEvent>;
