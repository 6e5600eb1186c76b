import { formatTable, type Violation } from "@grid-sdk/contract";
import type { ContractRequest } from "./plan-requests.ts";

/** One request, and what came of it. */
export interface Finding {
  readonly request: ContractRequest;
  /** The status of the answer, if there was one. */
  readonly status: number | undefined;
  readonly violations: readonly Violation[];
}

/** A table with a line for each violation, and for each answer that has none. */
export function formatReport(findings: readonly Finding[], leftOut: readonly string[]): string {
  const rows = findings.flatMap(({ request, status = "-", violations }) => {
    const { operation, example } = request;
    const id = example === undefined ? operation.id : `${operation.id} ${example}`;
    const start = [id, `${operation.method} ${operation.path}`, String(status)];
    if (violations.length === 0) return [[...start, "", "as documented"]];
    return violations.map(({ where, message }) => start.concat(where, message));
  });
  const total = findings.reduce((sum, { violations }) => sum + violations.length, 0);
  return [
    formatTable([["OPERATION", "REQUEST", "STATUS", "WHERE", "PROBLEM"], ...rows]),
    "",
    `contract:check: ${count(findings.length, "answer")}, ${count(total, "violation")}`,
    ...(leftOut.length > 0
      ? [`Not called, since they change something: ${leftOut.join(", ")}. --operation <id> does.`]
      : []),
  ].join("\n");
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? "" : "s"}`;
}
