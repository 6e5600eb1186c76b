import type { ClientOptions } from "./openapi-fetch.ts";
import type { GridCallOptions } from "./options.ts";

/** The options of a call of `grid.http` that the transport needs. */
export interface CallOptions extends GridCallOptions {
  readonly Request?: ClientOptions["Request"] | undefined;
  readonly parseAs?: unknown;
}

/** The input of any operation. The types of the methods are exact. */
export interface OperationInput extends GridCallOptions {
  path?: object | undefined;
  query?: Record<string, unknown> | undefined;
  header?: object | undefined;
  body?: unknown;
}
