import { formatViolation, type Violation } from "@grid-sdk/contract";
import { isJsonObject, matchPath, type Operation } from "@grid-sdk/openapi";
import type { PreparedResponse } from "../http/delivery.ts";
import type { Outcome } from "./outcome.ts";

const PROBLEM = { "content-type": "application/problem+json" };

/** What is said of credentials that are not of the documented kind. */
export const UNAUTHORIZED: Violation = {
  where: "header/authorization",
  message: "is missing, or is not what the security scheme asks for",
};

/** The status that a request which breaks the contract is documented to get; undefined if none is. */
export function chooseRefusal(operation: Operation, violations: readonly Violation[]): number | undefined {
  const { responses } = operation;
  return [findMissingStatus(operation, violations), 400, 422].find(
    (status) => status !== undefined && responses.has(status),
  );
}

/** The status of a request that lacks nothing but a parameter which its body asks for, where the specification names one. */
function findMissingStatus(
  { parameters }: Operation,
  [violation, ...others]: readonly Violation[],
): number | undefined {
  if (others.length > 0 || violation?.code !== "required") return undefined;
  return parameters.find((parameter) => `${parameter.in}/${parameter.name}` === violation.where)?.requiredWhen?.status;
}

/** The response where the operation documents none for a request that breaks the contract. */
export const UNDOCUMENTED_REFUSAL: PreparedResponse = {
  status: 422,
  headers: PROBLEM,
  body: { title: "The request breaks the contract", status: 422 },
};

/** The documented error, with the reason in its message and the violations in its details. */
export function explain(response: PreparedResponse, violations: readonly Violation[]): PreparedResponse {
  const body = isJsonObject(response.body) ? response.body : {};
  const message = `The request breaks the contract: ${violations.map(formatViolation).join("; ")}.`;
  return { ...response, body: { ...body, message, details: { violations } } };
}

/** What becomes of a request that fits no operation. */
export function refuseUnknown(operations: readonly Operation[], path: string): Outcome {
  const methods = operations.filter((operation) => isFilled(operation, path)).map(({ method }) => method);
  const status = methods.length > 0 ? 405 : 404;
  const title = methods.length > 0 ? "Method not documented" : "Path not documented";
  const violation =
    methods.length > 0
      ? { where: "method", message: `is not documented for this path, which takes ${methods.join(", ")}` }
      : { where: "path", message: "is not documented" };
  const headers = methods.length > 0 ? { ...PROBLEM, allow: methods.join(", ") } : PROBLEM;
  const response = explain({ status, headers, body: { title, status } }, [violation]);
  return { operationId: undefined, delivery: { response }, violations: [violation] };
}

/** Whether the path is the operation's; not with an empty parameter, or a collection's path with a slash would be an item's. */
function isFilled(operation: Operation, path: string): boolean {
  const values = matchPath(operation.path, path);
  return values !== undefined && ![...values.values()].includes("");
}
