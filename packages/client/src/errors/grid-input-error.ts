import { GridError } from "./grid-error.ts";

/** The input of a call is not valid. Nothing was sent. The message says what was expected. */
export class GridInputError extends GridError {
  override readonly name = "GridInputError";
  override readonly kind = "input";
}
