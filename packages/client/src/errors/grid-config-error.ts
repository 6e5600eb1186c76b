import { GridError } from "./grid-error.ts";

/** Wrong options or input. Thrown before anything is sent; the message says what was expected. */
export class GridConfigError extends GridError {
  override readonly name = "GridConfigError";
}
