import { GridError } from "./grid-error.ts";

/**
 * No complete response: the connection could not be made, or broke. `mayHaveBeenProcessed` says whether the request
 * could have reached the server, `cause` is the platform's error.
 */
export class GridConnectionError extends GridError {
  override readonly name: "GridConnectionError" | "GridTimeoutError" = "GridConnectionError";
  override readonly kind: "connection" | "timeout" = "connection";
}
