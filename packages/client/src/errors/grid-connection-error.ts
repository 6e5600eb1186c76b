import { GridError } from "./grid-error.ts";

/**
 * No answer: the connection could not be made, or broke. `mayHaveBeenProcessed` says whether the request could have
 * reached the server, `cause` is the platform's error.
 */
export class GridConnectionError extends GridError {
  override readonly name: string = "GridConnectionError";
}
