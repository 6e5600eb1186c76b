export type * from "@grid-sdk/core";
export { createGridClient, type GridClient } from "./create-grid-client.ts";
export { GridApiError } from "./errors/grid-api-error.ts";
export { GridConfigError } from "./errors/grid-config-error.ts";
export { GridError, isGridError, type GridErrorContext } from "./errors/grid-error.ts";
export type { GridHttpClient } from "./http-client.ts";
export type { GridCallOptions, GridOperationMethods, GridResult } from "./operation-methods.ts";
export type { GridClientOptions } from "./read-options.ts";
