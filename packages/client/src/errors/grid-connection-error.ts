import { GridError } from "./grid-error.ts";

/**
 * There was no complete response: the connection failed or broke. `mayHaveBeenProcessed` says whether the request may
 * have reached the server; `cause` is the platform's error.
 */
export class GridConnectionError extends GridError {
  override readonly name: "GridConnectionError" | "GridTimeoutError" = "GridConnectionError";
  override readonly kind: "connection" | "timeout" = "connection";
}
