import { GridConnectionError } from "./grid-connection-error.ts";

/** No complete answer within `timeoutMs`. The server may have carried out what was asked. */
export class GridTimeoutError extends GridConnectionError {
  override readonly name = "GridTimeoutError";
}
