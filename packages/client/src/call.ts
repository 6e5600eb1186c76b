import type { GridCallOptions } from "./options.ts";

/** What the errors and events of a call say of it. */
export interface Call {
  readonly operationId?: string;
  readonly method: string;
  readonly path: string;
  /** Counts up with every attempt. */
  attempts: number;
}

/** All that a request is made of, so that every attempt can send it: a `Request` itself can be sent once. */
export interface PlannedRequest extends Omit<GridCallOptions, "headers"> {
  readonly url: string;
  readonly method: string;
  /** By lower-case name. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | undefined;
}

/** An answer whose body was read. */
export interface Answer {
  readonly response: Response;
  /** JSON as its value, other text as it is, undefined if there was none. */
  readonly body: unknown;
}
