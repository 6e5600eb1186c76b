import { GridError } from "./grid-error.ts";

/**
 * The client is set up wrong: a missing or wrong option, or middleware that would send the credentials elsewhere.
 * Nothing was sent; the message says what was expected.
 */
export class GridConfigError extends GridError {
  override readonly name = "GridConfigError";
  override readonly kind = "config";
}
