import type { Operation } from "../generate/list-operations.ts";
import type { CheckBody } from "./check-body.ts";
import type { ProxiedAnswer } from "./proxy.ts";
import type { Violation } from "./violation.ts";

/** What is wrong with an answer: of its body what the own check finds, of all else what Prism found. */
export function checkAnswer(operation: Operation, answer: ProxiedAnswer, checkBody: CheckBody): Violation[] {
  const documented = operation.responses.find(({ status }) => status === answer.status);
  // Prism goes on to validate by another status, and takes an undocumented failure for a mere warning.
  if (!documented) {
    const statuses = operation.responses.map(({ status }) => status).join(", ");
    return [{ where: "status", problem: `${answer.status} is not documented; ${statuses} are` }];
  }
  const ofType = answer.violations.filter(({ where }) => where === "header content-type");
  // A body of another type is no JSON, and every complaint about it would only repeat that.
  const isJson = documented.schema !== undefined && ofType.length === 0;
  const ofBody = isJson ? checkBody(documented.schema, answer.body) : [];
  const others = answer.violations.filter(({ where }) => !where.startsWith("body"));
  const overlooked = answer.violations.filter(({ where }) => where.startsWith("body") && isJson && ofBody.length === 0);
  return [...others, ...ofBody, ...overlooked];
}
