import type { GridEvent } from "./events.ts";
import type { GridLogger } from "./log.ts";
import type { ClientOptions, HeadersOptions, Middleware } from "./openapi-fetch.ts";

/**
 * The signature of fetch, wide enough for every implementation: the platform's, undici's, node-fetch's, a wrapper around
 * one of them, or a stub in a test. It gets a `Request` and an init; each of them is complete, and both say the same.
 */
// oxlint-disable-next-line typescript/no-explicit-any -- the Request type of one implementation does not fit another's
export type GridFetch = (input: any, init?: any) => Promise<GridFetchResponse>;

/** What the client reads of a response. */
export type GridFetchResponse = Pick<Response, "status" | "ok" | "text"> & {
  readonly headers: Pick<Headers, "get" | "has">;
};

/** Options of a call, of a client for all its calls, and of `createGridFetch`. */
interface TransportOptions {
  /** The time limit of one attempt, from connecting to the last byte of the response, in milliseconds. Default: 30,000. */
  timeoutMs?: number | undefined;
  /** The time limit of the whole call, with all attempts and waits, in milliseconds. Default: no limit. */
  deadlineMs?: number | undefined;
  /** How many retries a call may make; a whole number. Default: 2. */
  maxRetries?: number | undefined;
  /**
   * The longest wait before a retry, in milliseconds. After a longer `Retry-After` the call throws its error at once.
   * Default: 5,000.
   */
  maxRetryDelayMs?: number | undefined;
  /**
   * How many bytes of a response are read, after decompression; a whole number. A longer success throws a
   * `GridResponseError`. It does not apply to `parseAs: "stream"`, where the caller reads. Default: 5,000,000.
   */
  maxResponseBytes?: number | undefined;
  /**
   * Also retries a request that the server may have carried out already. A second challenge sends a second code, and a
   * second verification uses up the one-time password. Default: false.
   */
  retryUnsafe?: boolean | undefined;
  /**
   * Headers to send. Those of a call override the client's, and `null` removes one. `Authorization` is always the
   * client's own.
   */
  headers?: HeadersOptions | ReadonlyMap<string, string> | undefined;
  /** The function that sends requests. Default: the platform's `fetch`, looked up at each call. */
  fetch?: GridFetch | undefined;
}

/** Options of a call, and of a client for all its calls. */
export interface GridRequestOptions extends TransportOptions {
  /** openapi-fetch's middleware. The client's runs for all calls, before the call's own. */
  middleware?: Middleware[] | undefined;
}

/** Options of every call, besides the input of its operation. */
export interface GridCallOptions extends GridRequestOptions {
  /** Aborts the call at any point, also between attempts. The call then rejects with the signal's reason. */
  signal?: AbortSignal | null | undefined;
}

/** Fields of `RequestInit` that the operation or the client decides. */
type DecidedOption = "baseUrl" | "body" | "duplex" | "method" | "redirect" | "window";

/** Options that `withOptions` can change. The two clients share the others. */
export interface GridOwnOptions extends TransportOptions {
  /** The API token id. Default: the environment variable `GRID_CLIENT_ID`, or for `withOptions` the first client's. */
  clientId?: GridCredential | undefined;
  /** The API client secret. Default: the environment variable `GRID_CLIENT_SECRET`, or for `withOptions` the first client's. */
  clientSecret?: GridCredential | undefined;
  /** Aborts every call of this client. */
  signal?: AbortSignal | null | undefined;
}

/** openapi-fetch's own options: serializers, `Request`, `requestInitExt`, and the other fields of `RequestInit`. */
type LibraryOptions = {
  [Name in keyof Omit<ClientOptions, keyof GridRequestOptions | DecidedOption>]?: ClientOptions[Name] | undefined;
};

/**
 * A credential, or a function that returns it, for credentials that change. The client calls the function before each
 * attempt. If it fails, nothing is sent and the call throws a `GridConfigError`.
 */
export type GridCredential = string | (() => string | Promise<string>);

/** The address of the API, and the credentials for it. */
export interface GridFetchOptions extends GridOwnOptions, Pick<LibraryOptions, "Request" | "requestInitExt"> {
  /**
   * The URL of the API: https, or http on this machine. Default: the environment variable `GRID_BASE_URL`, then the
   * server in the specification.
   */
  baseUrl?: string | URL | undefined;
  /**
   * Called with every request, response, retry and error, and with the end of each call. An error that it throws is
   * ignored. Default: none.
   */
  onEvent?: ((event: GridEvent) => void) | undefined;
  /**
   * Gets one line of text for each request, response, retry and error, never with a header's value or a body:
   * `grid challengeAuthCredential: response, attempt 1, status 200, 123 ms, request id r-1`. The environment variable
   * `GRID_LOG` is the lowest level that is written: `debug` (default), `info`, `warn`, `error` or `off`. Default: the
   * console if `GRID_LOG` is set, otherwise none.
   */
  logger?: GridLogger | undefined;
  /** Allows http for a `baseUrl` on another machine. The credentials are then sent unencrypted. Default: false. */
  allowInsecureHttp?: boolean | undefined;
  /** Allows the client to run in a browser, where everybody can read the client secret. Default: false. */
  dangerouslyAllowBrowser?: boolean | undefined;
}

/** The address of the API, the credentials for it, and the options of openapi-fetch. */
export interface GridClientOptions extends GridFetchOptions, GridRequestOptions, Omit<LibraryOptions, "signal"> {}
