import { GridConnectionError } from "./grid-connection-error.ts";

/** There was no complete response within `timeoutMs` or `deadlineMs`. */
export class GridTimeoutError extends GridConnectionError {
  override readonly name = "GridTimeoutError";
  override readonly kind = "timeout";
}
