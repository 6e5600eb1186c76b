import type { AnyApiErrorCode } from "@grid-sdk/core";
import type { GridApiError } from "./grid-api-error.ts";
import type { GridConfigError } from "./grid-config-error.ts";
import type { GridConnectionError } from "./grid-connection-error.ts";
import { readField } from "../fields-of.ts";
import { BRAND, type GridErrorKind } from "./grid-error.ts";
import type { GridInputError } from "./grid-input-error.ts";
import type { GridResponseError } from "./grid-response-error.ts";
import type { GridTimeoutError } from "./grid-timeout-error.ts";

interface ErrorsByKind {
  api: GridApiError;
  connection: GridConnectionError;
  timeout: GridTimeoutError;
  response: GridResponseError;
  config: GridConfigError;
  input: GridInputError;
}

/** Every error that the SDK throws. `kind` distinguishes them. */
export type AnyGridError = ErrorsByKind[GridErrorKind];

/**
 * Checks whether a caught value is an error of the SDK. With a `code`, it checks for a `GridApiError` with that code; with
 * `{ kind }`, for the error of that kind. Unlike `instanceof`, it also works when two copies or module formats of the
 * package are loaded.
 *
 * @example
 * ```ts
 * try {
 *   await grid.challengeAuthCredential({ path: { id } });
 * } catch (error) {
 *   if (!isGridError(error, "RATE_LIMITED")) throw error;
 *   console.log(`wait ${error.retryAfterMs} ms`);
 * }
 * ```
 */
export function isGridError(value: unknown): value is AnyGridError;
export function isGridError<Code extends AnyApiErrorCode>(
  value: unknown,
  code: Code,
): value is GridApiError & { readonly code: Code };
export function isGridError<Kind extends GridErrorKind>(
  value: unknown,
  filter: { readonly kind: Kind },
): value is ErrorsByKind[Kind];
export function isGridError(value: unknown, filter?: string | { readonly kind: GridErrorKind }): boolean {
  if (readField(value, BRAND) !== true) return false;
  if (filter === undefined) return true;
  const { code, kind } = value as { code?: unknown; kind?: unknown };
  return typeof filter === "string" ? code === filter : kind === filter.kind;
}
