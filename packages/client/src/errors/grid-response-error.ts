import { GridError, type GridErrorContext } from "./grid-error.ts";

interface GridResponseErrorContext extends GridErrorContext {
  /** Default: false. */
  readonly isProcessing?: boolean;
}

/**
 * The specification does not allow the response, or it cannot be read: a redirect, an undocumented success, or a body
 * that is not JSON, longer than `maxResponseBytes`, read before, or `PROCESSING` instead of a result.
 */
export class GridResponseError extends GridError {
  override readonly name = "GridResponseError";
  override readonly kind = "response";
  /** The HTTP status. */
  declare readonly status: number;
  declare readonly headers: Headers;
  /** Whether the API is still processing a signed request. If so, send the identical request again after a while. */
  declare readonly isProcessing: boolean;

  constructor(
    { status, headers }: Pick<Response, "status" | "headers">,
    problem: string,
    context: GridResponseErrorContext,
    mayHaveBeenProcessed = true,
  ) {
    super(`${status} with ${problem}`, { ...context, mayHaveBeenProcessed });
    Object.assign(this, { status, headers, isProcessing: !!context.isProcessing });
  }
}
