import { GridError, type GridErrorContext } from "./grid-error.ts";

interface GridResponseErrorContext extends GridErrorContext {
  /** Default: false. */
  readonly isProcessing?: boolean;
}

/**
 * A response that the specification does not allow or that cannot be read: a redirect, an undocumented success, a body
 * that is not JSON, longer than `maxResponseBytes` or consumed before, or one that says `PROCESSING` instead of giving
 * a result.
 */
export class GridResponseError extends GridError {
  override readonly name = "GridResponseError";
  override readonly kind = "response";
  /** The HTTP status. */
  declare readonly status: number;
  declare readonly headers: Headers;
  /** Whether the API is still at work on a signed request: send the identical request again, after a while. */
  declare readonly isProcessing: boolean;

  constructor(
    { status, headers }: Pick<Response, "status" | "headers">,
    problem: string,
    context: GridResponseErrorContext,
    mayHaveBeenProcessed = true,
  ) {
    super(`${status} with ${problem}`, { ...context, mayHaveBeenProcessed });
    this.status = status;
    this.headers = headers;
    this.isProcessing = !!context.isProcessing;
  }
}
