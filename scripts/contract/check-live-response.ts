import { type CheckResponse, mergeViolations, type Violation } from "@grid-sdk/contract";
import type { Operation } from "@grid-sdk/openapi";
import type { ProxiedResponse } from "./proxy.ts";

/** The violations of a response: those of the contract check, and what Prism found elsewhere in it. */
export function checkLiveResponse(
  operation: Operation,
  answer: ProxiedResponse,
  checkResponse: CheckResponse,
): Violation[] {
  const own = checkResponse(operation, answer);
  // For an undocumented status, Prism validates by another one, or only warns.
  return own.some(({ where }) => where === "status") ? own : mergeViolations(own, answer.violations);
}
