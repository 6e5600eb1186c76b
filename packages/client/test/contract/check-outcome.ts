import { GridApiError, isGridError } from "../../src/index.ts";
import { expectEqual } from "./check-wire-request.ts";
import type { Json } from "./contract-document.ts";
import type { ContractCase } from "./list-cases.ts";
import type { Validate } from "./validate-schema.ts";

/** How a call ended. */
export type Outcome =
  | { readonly result: { readonly status: number; readonly data: unknown; readonly headers: Headers } }
  | { readonly error: unknown };

/** What is wrong with how a call ended: it resolves to a documented success, and throws a documented failure. */
export function checkOutcome(contractCase: ContractCase, outcome: Outcome, validate: Validate): string[] {
  if (contractCase.status < 300) {
    return "result" in outcome
      ? checkSuccess(contractCase, outcome.result, validate)
      : [`expected ${contractCase.status}, threw ${String(outcome.error)}`];
  }
  return "error" in outcome
    ? checkFailure(contractCase, outcome.error, validate)
    : [`expected a throw for ${contractCase.status}, resolved to ${outcome.result.status}`];
}

function checkSuccess(
  contractCase: ContractCase,
  { status, data, headers }: Extract<Outcome, { result: unknown }>["result"],
  validate: Validate,
): string[] {
  const { answer, answerSchema } = contractCase;
  return [
    ...expectEqual("status", status, contractCase.status),
    ...expectEqual("data", data, answer),
    ...(answerSchema ? validate(answerSchema, data) : expectEqual("data", data, undefined)),
    ...checkHeaders(contractCase, headers),
  ];
}

function checkFailure(contractCase: ContractCase, error: unknown, validate: Validate): string[] {
  if (!(error instanceof GridApiError)) return [`expected a GridApiError, threw ${String(error)}`];
  const { operationId, method, path, status, answer, answerSchema, answerHeaders } = contractCase;
  const { code, message, details } = answer as Json;
  // Where the document has no example of it, any value is as good.
  const retryAfter = answerHeaders["retry-after"] ?? error.headers.get("retry-after");
  const expected = { operationId, method, path, status, code, details, body: answer, attempts: 1 };
  const found = Object.fromEntries(Object.keys(expected).map((name) => [name, error[name as keyof GridApiError]]));
  return [
    ...expectEqual("error", found, expected),
    ...expectEqual("message", error.message, `${method} ${path}: ${status} ${code}: ${message}`),
    ...expectEqual(`isGridError with ${code}`, isGridError(error, code), true),
    ...expectEqual("retryAfterMs", error.retryAfterMs, retryAfter === null ? undefined : Number(retryAfter) * 1000),
    ...(answerSchema ? validate(answerSchema, error.body) : []),
    ...checkHeaders(contractCase, error.headers),
  ];
}

function checkHeaders({ answerHeaders, answerSchema }: ContractCase, headers: Headers): string[] {
  const type = answerSchema ? "application/json" : null;
  return Object.entries({ ...answerHeaders, "content-type": type }).flatMap(([name, expected]) =>
    expected === undefined ? [] : expectEqual(name, headers.get(name), expected === null ? null : String(expected)),
  );
}
