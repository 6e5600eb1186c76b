// A registered symbol instead of the class, so that two copies of the package recognise each other's errors.
export const BRAND = Symbol.for("@grid-sdk/client:error");

/** The kind of an error, to switch on. It is the same in every copy and module format of the package. */
export type GridErrorKind = "api" | "connection" | "timeout" | "response" | "config" | "input";

/** The call that failed, and how far it came. */
export interface GridErrorContext {
  /** Undefined if the specification has no such operation, and for an error that is not about one call. */
  readonly operationId?: string | undefined;
  /** In upper case. */
  readonly method?: string | undefined;
  /** The path template, for example `/auth/credentials/{id}/challenge`. */
  readonly path?: string | undefined;
  /** How often the request was sent. Default: 0. */
  readonly attempts?: number | undefined;
  /** Whether the server may have carried out the request. Default: false. */
  readonly mayHaveBeenProcessed?: boolean | undefined;
  /** The underlying error. */
  readonly cause?: unknown;
}

/** The base of every error that the SDK throws. It contains no credential, signature or request body. */
export abstract class GridError extends Error implements GridErrorContext {
  abstract override readonly name: string;
  abstract readonly kind: GridErrorKind;
  declare readonly operationId: string | undefined;
  declare readonly method: string | undefined;
  declare readonly path: string | undefined;
  /** How often the request was sent. */
  declare readonly attempts: number;
  /** Whether the server may have carried out the request. If so, check its state before you call again. */
  declare readonly mayHaveBeenProcessed: boolean;

  constructor(message: string, context: GridErrorContext = {}) {
    const { operationId, method, path, attempts = 0, mayHaveBeenProcessed = false } = context;
    super(method ? `${method} ${path}: ${message}` : message, "cause" in context ? { cause: context.cause } : {});
    Object.assign(this, { operationId, method, path, attempts, mayHaveBeenProcessed });
    Object.defineProperty(this, BRAND, { value: true });
  }

  /** For `JSON.stringify` and logs: every field except `headers`, `body` and `cause`. */
  toJSON(): Record<string, unknown> {
    return { ...(this as object), message: this.message, headers: undefined, body: undefined };
  }
}
