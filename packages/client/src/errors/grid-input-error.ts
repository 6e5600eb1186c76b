import { GridError } from "./grid-error.ts";

/** What was passed to one call cannot be sent as it is meant. Nothing was sent; the message says what was expected. */
export class GridInputError extends GridError {
  override readonly name = "GridInputError";
  override readonly kind = "input";
}
