import { GridError } from "./grid-error.ts";

/**
 * The client is configured wrongly: an option is missing or wrong, or middleware would send the credentials elsewhere.
 * Nothing was sent. The message says what was expected.
 */
export class GridConfigError extends GridError {
  override readonly name = "GridConfigError";
  override readonly kind = "config";
}
