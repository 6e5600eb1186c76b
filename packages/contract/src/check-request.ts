import type { CheckBody } from "./check-body.ts";
import { matchPath, type MockedOperation } from "./list-operations.ts";
import type { ReceivedRequest } from "./read-request.ts";
import type { Violation } from "./violation.ts";

/** What is wrong with a request that Prism would let pass, or would name unreadably. `path` is without the base path. */
export function checkRequest(
  operation: MockedOperation,
  path: string,
  request: ReceivedRequest,
  checkBody: CheckBody,
): Violation[] {
  return [
    ...checkPath(operation, path),
    ...checkQuery(operation, request),
    ...checkContent(operation, request, checkBody),
  ];
}

function checkPath(operation: MockedOperation, path: string): Violation[] {
  return [...(matchPath(operation.path, path) ?? [])].flatMap(([name, value]) => {
    const problem = findPathProblem(value);
    return problem === undefined ? [] : [{ where: `path/${name}`, message: problem }];
  });
}

function findPathProblem(value: string): string | undefined {
  if (value === "") return "is empty";
  if (value === "." || value === "..") return "is a dot segment";
  return /^\{.*\}$/.test(value) ? "is a placeholder that was not filled in" : undefined;
}

function checkQuery(operation: MockedOperation, { query }: ReceivedRequest): Violation[] {
  const declared = new Set(
    operation.parameters.filter((parameter) => parameter.in === "query").map(({ name }) => name),
  );
  return Object.keys(query)
    .filter((name) => !declared.has(name))
    .map((name) => ({ where: `query/${name}`, message: "is not declared" }));
}

function checkContent({ body: schema }: MockedOperation, request: ReceivedRequest, checkBody: CheckBody): Violation[] {
  const { body, headers, syntaxError } = request;
  if (body === undefined) return [];
  if (!schema) return [{ where: "body", message: "is not declared: the operation takes none" }];
  if (!/^application\/json\s*(;|$)/i.test(headers["content-type"] ?? "")) {
    return [{ where: "header/content-type", message: "must be application/json" }];
  }
  if (syntaxError !== undefined) return [{ where: "body", message: syntaxError }];
  return checkBody(schema, body);
}
