import type { Violation } from "@grid-sdk/contract";
import type { Delivery } from "../http/delivery.ts";

/** The result of a request. */
export interface Outcome {
  /** Undefined if the request does not match one. */
  readonly operationId: string | undefined;
  readonly delivery: Delivery;
  /** How the request breaks the contract; empty if it does not. */
  readonly violations: readonly Violation[];
  readonly note?: string | undefined;
}
