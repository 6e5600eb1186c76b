import { type CheckResponse, mergeViolations, type Violation } from "@grid-sdk/contract";
import type { Operation } from "@grid-sdk/openapi";
import type { ProxiedAnswer } from "./proxy.ts";

/** What is wrong with an answer: what the contract's own check finds, and what Prism found elsewhere in it. */
export function checkAnswer(operation: Operation, answer: ProxiedAnswer, checkResponse: CheckResponse): Violation[] {
  const own = checkResponse(operation, answer);
  // Prism goes on to validate by another status, and takes an undocumented failure for a mere warning.
  return own.some(({ where }) => where === "status") ? own : mergeViolations(own, answer.violations);
}
