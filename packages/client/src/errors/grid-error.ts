// By registry key and not by class, so that two copies of the package recognise each other's errors.
export const BRAND = Symbol.for("@grid-sdk/client:error");

/** What went wrong, as a literal to switch on; the same in every copy and module format of the package. */
export type GridErrorKind = "api" | "connection" | "timeout" | "response" | "config" | "input";

/** What the SDK was doing when it failed. */
export interface GridErrorContext {
  /** Undefined where the specification has no such operation, and where the client itself was set up wrong. */
  readonly operationId?: string | undefined;
  /** In upper case. */
  readonly method?: string | undefined;
  /** The path template, for example `/auth/credentials/{id}/challenge`. */
  readonly path?: string | undefined;
  /** How often the request was sent. Default: 0. */
  readonly attempts?: number | undefined;
  /** Whether the server could have carried out what was asked. Default: false. */
  readonly mayHaveBeenProcessed?: boolean | undefined;
  /** What failed underneath. */
  readonly cause?: unknown;
}

/** The base of every error that the SDK throws. Carries no credential, signature or request body. */
export abstract class GridError extends Error implements GridErrorContext {
  abstract override readonly name: string;
  abstract readonly kind: GridErrorKind;
  declare readonly operationId: string | undefined;
  declare readonly method: string | undefined;
  declare readonly path: string | undefined;
  /** How often the request was sent. */
  declare readonly attempts: number;
  /** Whether the server could have carried out what was asked. If so, look before you call again. */
  declare readonly mayHaveBeenProcessed: boolean;

  constructor(message: string, context: GridErrorContext = {}) {
    const { operationId, method, path, attempts = 0, mayHaveBeenProcessed = false } = context;
    super(method ? `${method} ${path}: ${message}` : message, "cause" in context ? { cause: context.cause } : {});
    Object.assign(this, { operationId, method, path, attempts, mayHaveBeenProcessed });
    Object.defineProperty(this, BRAND, { value: true });
  }

  /** What `JSON.stringify` and log lines keep: every field but `headers`, `body` and `cause`. */
  toJSON(): Record<string, unknown> {
    return { ...(this as object), message: this.message, headers: undefined, body: undefined };
  }
}
