import { type JsonObject, matchPath, type Operation, type Parameter } from "@grid-sdk/openapi";
import { createBodyCheck } from "./check-body.ts";
import { createParameterCheck } from "./check-parameters.ts";
import { isJsonType } from "./json-type.ts";
import { type QueryValues, readQueryValue } from "./read-query-value.ts";
import type { Violation } from "./violation.ts";

/** What of a request is checked. */
export interface CheckedRequest {
  /** As it was sent, percent-encoded; without the base path of the server and without the query. */
  readonly path: string;
  readonly query: QueryValues;
  /** By lower-case name. */
  readonly headers: Readonly<Record<string, string>>;
  /** The parsed JSON; the text if it is not JSON; undefined if there was no body. */
  readonly body: unknown;
  /** What is wrong with a body that is not JSON. */
  readonly syntaxError?: string;
}

export type CheckRequest = (operation: Operation, request: CheckedRequest) => Violation[];

/**
 * Validates requests against their operations: path, query, headers and body. Stricter than the document, so that a test
 * finds mistakes that a server ignores: a placeholder in the path, an undeclared query parameter or property. Does not
 * check credentials.
 */
export function createRequestCheck(document: JsonObject): CheckRequest {
  const checkParameters = createParameterCheck(document);
  const checkBody = createBodyCheck(document, { closed: true, leftOut: "readOnly" });

  const checkPath = (operation: Operation, path: string): Violation[] => {
    const values = matchPath(operation.path, path) ?? new Map<string, string>();
    const problems = [...values].flatMap(([name, value]) => {
      const message = findPathProblem(value);
      return message === undefined ? [] : [{ where: `path/${name}`, message }];
    });
    return problems.length > 0
      ? problems
      : checkParameters(parametersIn(operation, "path"), ({ name }) => values.get(name));
  };
  const checkQuery = (operation: Operation, { query, body }: CheckedRequest): Violation[] => {
    const declared = parametersIn(operation, "query");
    const values = new Map(declared.map((parameter) => [parameter, readQueryValue(document, parameter, query)]));
    const names = new Set([...values.values()].flatMap((value) => value.names));
    return [
      ...Object.keys(query)
        .filter((name) => !names.has(name))
        .map((name) => ({ where: `query/${name}`, message: "is not declared", code: "undeclared" as const })),
      ...checkParameters(declared, (parameter) => values.get(parameter)?.value, body),
    ];
  };
  const checkHeaders = (operation: Operation, { headers, body }: CheckedRequest): Violation[] => {
    return checkParameters(parametersIn(operation, "header"), ({ name }) => headers[name.toLowerCase()], body);
  };
  const checkContent = ({ requestBody }: Operation, { body, headers, syntaxError }: CheckedRequest): Violation[] => {
    if (body === undefined)
      return requestBody?.required ? [{ where: "body", message: "is required", code: "required" }] : [];
    if (!requestBody)
      return [{ where: "body", message: "is not declared: the operation has no body", code: "undeclared" }];
    if (!isJsonType(headers["content-type"])) {
      return [{ where: "header/content-type", message: "must be application/json" }];
    }
    return syntaxError === undefined ? checkBody(requestBody.schema, body) : [{ where: "body", message: syntaxError }];
  };
  return (operation, request) => [
    ...checkPath(operation, request.path),
    ...checkQuery(operation, request),
    ...checkHeaders(operation, request),
    ...checkContent(operation, request),
  ];
}

function parametersIn({ parameters }: Operation, location: string): Parameter[] {
  return parameters.filter((parameter) => parameter.in === location);
}

function findPathProblem(value: string): string | undefined {
  if (value === "") return "is empty";
  if (value === "." || value === "..") return "is a dot segment";
  if (/%(?![0-9a-f]{2})/i.test(value)) return "has a percent sign that encodes nothing";
  return /^\{.*\}$/.test(value) ? "is a placeholder that was not filled in" : undefined;
}
