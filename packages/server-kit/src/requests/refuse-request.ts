import { formatViolation, type Violation } from "@grid-sdk/contract";
import { isJsonObject, matchPath, type Operation } from "@grid-sdk/openapi";
import type { PreparedResponse } from "../http/delivery.ts";
import type { Outcome } from "./outcome.ts";

const PROBLEM = { "content-type": "application/problem+json" };

/** The violation for credentials that do not match the security scheme. */
export const UNAUTHORIZED: Violation = {
  where: "header/authorization",
  message: "is missing, or does not match the security scheme",
};

/** The documented status for a request that breaks the contract; undefined if nothing is documented. */
export function chooseRefusal(operation: Operation, violations: readonly Violation[]): number | undefined {
  const { responses } = operation;
  return [findMissingStatus(operation, violations), 400, 422].find(
    (status) => status !== undefined && responses.has(status),
  );
}

/** The status for a request whose only fault is a missing parameter that its body requires, if the specification names one. */
function findMissingStatus(
  { parameters }: Operation,
  [violation, ...others]: readonly Violation[],
): number | undefined {
  if (others.length > 0 || violation?.code !== "required") return undefined;
  return parameters.find((parameter) => `${parameter.in}/${parameter.name}` === violation.where)?.requiredWhen?.status;
}

/** The response to a request that breaks the contract, if the operation documents no such response. */
export const UNDOCUMENTED_REFUSAL: PreparedResponse = {
  status: 422,
  headers: PROBLEM,
  body: { title: "The request breaks the contract", status: 422 },
};

/** Adds the reason and the violations to a documented error. */
export function explain(response: PreparedResponse, violations: readonly Violation[]): PreparedResponse {
  const body = isJsonObject(response.body) ? response.body : {};
  const message = `The request breaks the contract: ${violations.map(formatViolation).join("; ")}.`;
  return { ...response, body: { ...body, message, details: { violations } } };
}

/** The result of a request that matches no operation. */
export function refuseUnknown(operations: readonly Operation[], path: string): Outcome {
  const methods = operations.filter((operation) => isFilled(operation, path)).map(({ method }) => method);
  const status = methods.length > 0 ? 405 : 404;
  const title = methods.length > 0 ? "Method not documented" : "Path not documented";
  const violation =
    methods.length > 0
      ? { where: "method", message: `is not documented for this path, which has ${methods.join(", ")}` }
      : { where: "path", message: "is not documented" };
  const headers = methods.length > 0 ? { ...PROBLEM, allow: methods.join(", ") } : PROBLEM;
  const response = explain({ status, headers, body: { title, status } }, [violation]);
  return { operationId: undefined, delivery: { response }, violations: [violation] };
}

/** Whether a path matches an operation. An empty parameter does not match: `/things/` is not an item of `/things/{id}`. */
function isFilled(operation: Operation, path: string): boolean {
  const values = matchPath(operation.path, path);
  return values !== undefined && ![...values.values()].includes("");
}
