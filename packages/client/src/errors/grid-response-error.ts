import { GridError, type GridErrorContext } from "./grid-error.ts";

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

  constructor(
    { status, headers }: Pick<Response, "status" | "headers">,
    problem: string,
    context: GridErrorContext,
    mayHaveBeenProcessed = true,
  ) {
    super(`${status} with ${problem}`, { ...context, mayHaveBeenProcessed });
    this.status = status;
    this.headers = headers;
  }
}
