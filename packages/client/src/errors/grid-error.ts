import type { ApiErrorCode } from "@grid-sdk/core";
import type { GridApiError } from "./grid-api-error.ts";

// By registry key and not by class, so that two copies of the package recognise each other's errors.
const BRAND = Symbol.for("@grid-sdk/client:error");

/** What the SDK was doing when it failed. */
export interface GridErrorContext {
  /** The operation, if the failure belongs to one. */
  readonly operationId?: string | undefined;
  /** In upper case. */
  readonly method?: string | undefined;
  /** The path template, for example `/auth/credentials/{id}/challenge`. */
  readonly path?: string | undefined;
  /** How often the request was sent. */
  readonly attempts?: number | undefined;
}

/** The base of every error that the SDK throws. Carries no credential, signature or request body. */
export class GridError extends Error {
  override readonly name: string = "GridError";
  readonly operationId: string | undefined;
  readonly method: string | undefined;
  readonly path: string | undefined;
  readonly attempts: number;

  constructor(message: string, { operationId, method, path, attempts = 0 }: GridErrorContext = {}) {
    super(method ? `${method} ${path}: ${message}` : message);
    this.operationId = operationId;
    this.method = method;
    this.path = path;
    this.attempts = attempts;
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
  if (typeof value !== "object" || value === null || !(BRAND in value)) return false;
  return code === undefined || ("code" in value && value.code === code);
}
