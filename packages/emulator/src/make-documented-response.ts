import type { Violation } from "@grid-sdk/contract";
import type { Operation } from "@grid-sdk/openapi";
import { explain, type PreparedResponse, type ResponseChoice, UNDOCUMENTED_REFUSAL } from "@grid-sdk/server-kit";
import type { Result } from "./emulation.ts";
import type { Refusal } from "./refusal.ts";

const JSON_TYPE = { "content-type": "application/json" };

/** A documented response: the named example or the first one, with the examples of its headers. */
export function makeDocumentedResponse({ responses }: Operation, choice: ResponseChoice): PreparedResponse {
  const { code = 500, exampleKey } = choice;
  const documented = responses.get(code);
  const examples = documented?.body?.examples;
  const body = exampleKey === undefined ? examples?.values().next().value : examples?.get(exampleKey);
  const headers = (documented?.headers ?? []).flatMap(({ name, example }) =>
    example === undefined ? [] : [[name.toLowerCase(), String(example)]],
  );
  return { status: code, headers: { ...Object.fromEntries(headers), ...(body !== undefined && JSON_TYPE) }, body };
}

/** The documented error for a request that breaks the contract. */
export function refuseViolations(
  operation: Operation,
  status: number | undefined,
  violations: readonly Violation[],
): PreparedResponse {
  const isDocumented = status !== undefined && operation.responses.has(status);
  if (isDocumented) return explain(makeDocumentedResponse(operation, { code: status }), violations);
  const unauthorized = { ...UNDOCUMENTED_REFUSAL, status: 401, body: { title: "Unauthorized", status: 401 } };
  return explain(status === 401 ? unauthorized : UNDOCUMENTED_REFUSAL, violations);
}

/** The response for a refusal. `codes`: the line's names of error codes. */
export function describeRefusal(
  { status, code, message, details, headers }: Refusal,
  codes: Readonly<Record<string, string>>,
): PreparedResponse {
  return {
    status,
    headers: { ...headers, ...JSON_TYPE },
    body: { status, code: codes[code] ?? code, message, ...(details && { details }) },
  };
}

export function describeResult({ status, body }: Result): PreparedResponse {
  return { status, headers: body === undefined ? {} : JSON_TYPE, body };
}
