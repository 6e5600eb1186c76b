import type { GridEvent } from "./events.ts";
import type { ClientOptions, HeadersOptions, Middleware } from "./openapi-fetch.ts";

/**
 * fetch's own signature, wide enough for every implementation of it: the platform's, undici's, node-fetch's, a wrapper
 * around one of them, a test's stub. It is called with a `Request` and an init that says the same, each complete.
 */
// oxlint-disable-next-line typescript/no-explicit-any -- the Request of one implementation is none to another's types
export type GridFetch = (input: any, init?: any) => Promise<GridFetchResponse>;

/** What is read of a response. */
export type GridFetchResponse = Pick<Response, "status" | "ok" | "text"> & {
  readonly headers: Pick<Headers, "get" | "has">;
};

/** What a call can set, a client for all its calls, and `createGridFetch`. */
interface TransportOptions {
  /** How long one attempt may take, from connecting to the last byte of the response, in milliseconds. Default: 30,000. */
  timeoutMs?: number | undefined;
  /** How long the whole call may take, attempts and waits together, in milliseconds. Default: no limit. */
  deadlineMs?: number | undefined;
  /** How often a request may be sent again after a failure that may pass; a whole number. Default: 2. */
  maxRetries?: number | undefined;
  /** The longest `Retry-After` that is waited for, in milliseconds; beyond it the error comes at once. Default: 5,000. */
  maxRetryDelayMs?: number | undefined;
  /**
   * How many bytes of a response are read, after decompression; a whole number. A success that is longer is a
   * `GridResponseError`. Default: 5,000,000. With `parseAs: "stream"` the caller reads.
   */
  maxResponseBytes?: number | undefined;
  /**
   * Send again also what the server may have carried out already. A second challenge sends a second code, a second
   * verification burns the one-time password. Default: false.
   */
  retryUnsafe?: boolean | undefined;
  /** Headers to send; those of a call win over the client's, and `null` unsets one. `Authorization` is the client's own. */
  headers?: HeadersOptions | ReadonlyMap<string, string> | undefined;
  /** What to send requests with. Default: the platform's `fetch`, looked up at each call. */
  fetch?: GridFetch | undefined;
}

/** What a call can set, and the client for all its calls. */
export interface GridRequestOptions extends TransportOptions {
  /** openapi-fetch's middleware: for all calls, or for this one after the client's. */
  middleware?: Middleware[] | undefined;
}

/** What every call takes beside its operation's input. */
export interface GridCallOptions extends GridRequestOptions {
  /** Aborts the call at any point, waits between attempts included; it then rejects with the signal's reason. */
  signal?: AbortSignal | null | undefined;
}

/** What `RequestInit` has that the operation or the client decides. */
type DecidedOption = "baseUrl" | "body" | "duplex" | "method" | "redirect" | "window";

/** What `withOptions` can change: the rest is shared. */
export interface GridOwnOptions extends TransportOptions {
  /** The API token id. */
  clientId?: GridCredential | undefined;
  /** The API client secret. */
  clientSecret?: GridCredential | undefined;
  /** Ends every call of this client. */
  signal?: AbortSignal | null | undefined;
}

/** openapi-fetch's own options: serializers, `Request`, `requestInitExt`, and what is left of `RequestInit`. */
type LibraryOptions = {
  [Name in keyof Omit<ClientOptions, keyof GridRequestOptions | DecidedOption>]?: ClientOptions[Name] | undefined;
};

/**
 * A credential, or a function that gives it, for credentials that change: it is called before each attempt. Where it
 * fails, nothing is sent and the call throws a `GridConfigError`.
 */
export type GridCredential = string | (() => string | Promise<string>);

/** How to reach the API and as whom. */
export interface GridFetchOptions extends TransportOptions, Pick<LibraryOptions, "Request" | "requestInitExt"> {
  /** The API token id. Default: the environment variable `GRID_CLIENT_ID`. */
  clientId?: GridCredential | undefined;
  /** The API client secret. Default: the environment variable `GRID_CLIENT_SECRET`. */
  clientSecret?: GridCredential | undefined;
  /** Where the API is served. Default: the environment variable `GRID_BASE_URL`, then the specification's server. */
  baseUrl?: string | URL | undefined;
  /** Ends every call, as a call's own signal ends that one. */
  signal?: AbortSignal | null | undefined;
  /** Is told of every call, request, response, retry and error. What it throws is ignored. */
  onEvent?: ((event: GridEvent) => void) | undefined;
  /** Allows a `baseUrl` of another machine that is not https: credentials travel in the clear. Default: false. */
  allowInsecureHttp?: boolean | undefined;
  /** Allows to run in a browser, where everybody can read the client secret. Default: false. */
  dangerouslyAllowBrowser?: boolean | undefined;
}

/** How to reach the API and as whom, and how openapi-fetch makes requests of calls. */
export interface GridClientOptions extends GridFetchOptions, GridRequestOptions, Omit<LibraryOptions, "signal"> {}
