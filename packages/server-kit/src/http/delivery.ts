/** A response to send. */
export interface PreparedResponse {
  readonly status: number;
  /** By lower-case name. */
  readonly headers: Readonly<Record<string, string>>;
  /** JSON, or text if `content-type` says so; undefined for no body. */
  readonly body: unknown;
  /** Sent as it is, in place of the body. */
  readonly raw?: string | Uint8Array;
}

/**
 * Network errors. `refused`: the connection is refused. `reset`: it is reset before the response. `reset-in-body`: it is
 * reset in the middle of the body. `truncated`: it closes there. `silence`: there is no response. `silence-in-body`: only
 * half of the body arrives. `trickle`: the body never ends.
 */
export const NETWORK_ERRORS = [
  "refused",
  "reset",
  "reset-in-body",
  "truncated",
  "silence",
  "silence-in-body",
  "trickle",
] as const;
export type NetworkError = (typeof NETWORK_ERRORS)[number];

/** The response to a request, its delay, and its network error. */
export interface Delivery {
  readonly response: PreparedResponse;
  /** In milliseconds. */
  readonly delayMs?: number;
  /** Without `refused`: such a request never arrives. */
  readonly networkError?: Exclude<NetworkError, "refused"> | undefined;
}
