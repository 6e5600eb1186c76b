import { GridError, type GridErrorContext } from "./grid-error.ts";

/** An answer that the specification does not allow: a redirect, an undocumented success, a body that is no JSON. */
export class GridResponseError extends GridError {
  override readonly name = "GridResponseError";
  /** The HTTP status. */
  declare readonly status: number;
  declare readonly headers: Headers;

  constructor({ status, headers }: Pick<Response, "status" | "headers">, problem: string, context: GridErrorContext) {
    super(`${status} with ${problem}`, { mayHaveBeenProcessed: true, ...context, status, headers } as GridErrorContext);
  }
}
