import { type JsonObject, listOperations, listParameters, REQUIRED_WHEN } from "@grid-sdk/openapi";
import { checkCondition } from "../../generate/check-condition.ts";
import { collectProblems } from "../../generate/problems.ts";
import type { LeftOut } from "../update/left-out.ts";

/**
 * Removes the conditions from a document that its bodies do not allow any more: what we add to a parameter must not block
 * a revision that changes the body. Gives what it removed.
 */
export function settleConditions(document: JsonObject): LeftOut[] {
  return listOperations(document).flatMap((operation) => {
    const [problem] = collectProblems((report) => checkCondition(document, operation, report));
    if (!problem) return [];
    const { method, path, endpoint } = operation;
    const parameters = listParameters(document, endpoint).map(
      ({ [REQUIRED_WHEN]: _condition, ...parameter }) => parameter,
    );
    Object.assign(endpoint.operation, { parameters });
    return [{ what: `${REQUIRED_WHEN} of ${method} ${path}`, why: problem.message.replace(/\.$/, "") }];
  });
}
