// The public API that every entry has, whatever its line.
export { GridApiError } from "./errors/grid-api-error.ts";
export { GridConfigError } from "./errors/grid-config-error.ts";
export { GridConnectionError } from "./errors/grid-connection-error.ts";
export { GridError, type GridErrorContext, type GridErrorKind } from "./errors/grid-error.ts";
export { GridInputError } from "./errors/grid-input-error.ts";
export { GridResponseError } from "./errors/grid-response-error.ts";
export { GridTimeoutError } from "./errors/grid-timeout-error.ts";
export { type AnyGridError, isGridError } from "./errors/is-grid-error.ts";
export type {
  GridEndEvent,
  GridErrorEvent,
  GridEvent,
  GridRequestEvent,
  GridResponseEvent,
  GridRetryEvent,
} from "./events.ts";
export { createGridLog, type GridLogger } from "./log.ts";
export type { GridTransport } from "./create-fetch.ts";
// The types of grid.http. A consumer's declarations need their names, since pnpm keeps openapi-fetch itself out of reach.
export type {
  Client as GridHttpClient,
  ClientForPath as GridHttpClientForPath,
  ClientMethod as GridHttpMethod,
  ClientRequestMethod as GridHttpRequestMethod,
  FetchResponse as GridHttpResponse,
  Middleware as GridMiddleware,
} from "./openapi-fetch.ts";
export type {
  GridCallOptions,
  GridClientOptions,
  GridCredential,
  GridFetch,
  GridFetchOptions,
  GridFetchResponse,
  GridOwnOptions,
  GridRequestOptions,
} from "./options.ts";
export { signedRetry, type SignedInput, type SignedRetryOptions } from "./signed-retry.ts";
