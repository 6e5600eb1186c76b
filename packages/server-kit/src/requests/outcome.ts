import type { Violation } from "@grid-sdk/contract";
import type { Delivery } from "../http/delivery.ts";

/** What became of a request. */
export interface Outcome {
  /** Undefined if the request fits none. */
  readonly operationId: string | undefined;
  readonly delivery: Delivery;
  /** How it breaks the contract; empty if it does not. */
  readonly violations: readonly Violation[];
  readonly note?: string | undefined;
}
