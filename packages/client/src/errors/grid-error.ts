import type { ApiErrorCode } from "@grid-sdk/core";
import type { GridApiError } from "./grid-api-error.ts";

// By registry key and not by class, so that two copies of the package recognise each other's errors.
const BRAND = Symbol.for("@grid-sdk/client:error");

/** What the SDK was doing when it failed. */
export interface GridErrorContext {
  /** The operation; undefined for a call of `grid.http`, and where the client itself was set up wrong. */
  readonly operationId?: string | undefined;
  /** In upper case. */
  readonly method?: string | undefined;
  /** The path template, for example `/auth/credentials/{id}/challenge`. */
  readonly path?: string | undefined;
  /** How often the request was sent. */
  readonly attempts?: number;
  /** Whether the server could have carried out what was asked. */
  readonly mayHaveBeenProcessed?: boolean;
  /** What failed underneath. */
  readonly cause?: unknown;
}

/** The base of every error that the SDK throws. Carries no credential, signature or request body. */
export class GridError extends Error implements GridErrorContext {
  override readonly name: string = "GridError";
  declare readonly operationId: string | undefined;
  declare readonly method: string | undefined;
  declare readonly path: string | undefined;
  declare readonly attempts: number;
  /** Whether the server could have carried out what was asked. If so, look before you call again. */
  declare readonly mayHaveBeenProcessed: boolean;

  constructor(message: string, context: GridErrorContext = {}) {
    super(context.method ? `${context.method} ${context.path}: ${message}` : message, context);
    Object.assign(this, { attempts: 0, mayHaveBeenProcessed: false }, context);
    Object.defineProperty(this, BRAND, { value: true });
  }
}

/**
 * Whether a caught value is an error of the SDK; with a `code`, whether it is a `GridApiError` with that code.
 * Holds across copies and module formats of the package, where `instanceof` does not.
 */
export function isGridError(value: unknown): value is GridError;
export function isGridError(value: unknown, code: ApiErrorCode): value is GridApiError;
export function isGridError(value: unknown, code?: string): boolean {
  const error = Object(value) as { [BRAND]?: true; code?: unknown };
  return error[BRAND] === true && (code === undefined || error.code === code);
}
