import type { GridEvent } from "./events.ts";

/** What a call can set, and the client for all its calls. */
export interface GridRequestOptions {
  /** How long one attempt may take, from connecting to the last byte of the answer, in milliseconds. Default: 30,000. */
  timeoutMs?: number;
  /** How often a request may be repeated after a failure that may pass. Default: 2. */
  maxRetries?: number;
  /** The longest `Retry-After` that is waited for, in milliseconds; beyond it the error comes at once. Default: 60,000. */
  maxRetryDelayMs?: number;
  /**
   * Repeat also what the server may have carried out already. A repeated challenge sends a second code, a repeated
   * verification burns the one-time password. Default: false.
   */
  retryUnsafe?: boolean;
  /** Headers to send; those of a call win over the client's. */
  headers?: Readonly<Record<string, string>>;
}

/** What every call takes beside its operation's input. */
export interface GridCallOptions extends GridRequestOptions {
  /** Aborts the call at any point, waits between attempts included; it then rejects with the signal's reason. */
  signal?: AbortSignal;
}

/** How to reach the API and as whom. */
export interface GridClientOptions extends GridRequestOptions {
  /** The API token id. Default: the environment variable `GRID_CLIENT_ID`. */
  clientId?: string;
  /** The API client secret. Default: the environment variable `GRID_CLIENT_SECRET`. */
  clientSecret?: string;
  /** Where the API is served. Default: the environment variable `GRID_BASE_URL`, then the specification's server. */
  baseUrl?: string;
  /** What to send requests with. Default: the platform's `fetch`. */
  fetch?: (url: string, init: RequestInit) => Promise<Response>;
  /** Is told of every request, answer, repetition and failure. What it throws is ignored. */
  onEvent?: (event: GridEvent) => void;
  /** Allows a `baseUrl` of another machine that is not https: credentials travel in the clear. Default: false. */
  allowInsecureHttp?: boolean;
  /** Allows to run in a browser, where everybody can read the client secret. Default: false. */
  dangerouslyAllowBrowser?: boolean;
}
