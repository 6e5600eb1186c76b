/** A response to be sent. */
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
 * What can go wrong on the way of a response: the connection is refused, is reset before the response or in the middle
 * of its body, or closes too early; no response comes, or only half of it; it comes byte by byte and never ends.
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

/** What becomes of a request: its response, how late, and what happens to it on its way. */
export interface Delivery {
  readonly response: PreparedResponse;
  /** In milliseconds. */
  readonly delayMs?: number;
  /** `refused` is not here: it befalls requests before they arrive. */
  readonly networkError?: Exclude<NetworkError, "refused"> | undefined;
}
