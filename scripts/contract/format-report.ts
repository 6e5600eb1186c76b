import type { Violation } from "@grid-sdk/contract";
import { formatTable, type Terminal, wrapText } from "@grid-sdk/terminal";
import type { ContractRequest } from "./plan-requests.ts";

/** One request, and its result. */
export interface Finding {
  readonly request: ContractRequest;
  /** The status of the response; undefined without a response. */
  readonly status: number | undefined;
  readonly violations: readonly Violation[];
}

/** A table with a row for each violation, and for each response that has none. */
export function formatReport(findings: readonly Finding[], leftOut: readonly string[], terminal: Terminal): string {
  const rows = findings.flatMap(({ request, status = "-", violations }) => {
    const { operation, example } = request;
    const id = example === undefined ? operation.id : `${operation.id} ${example}`;
    const start = [id, `${operation.method} ${operation.path}`, String(status)];
    if (violations.length === 0) return [[...start, "", "as documented"]];
    return violations.map(({ where, message }) => start.concat(where, message));
  });
  const total = findings.reduce((sum, { violations }) => sum + violations.length, 0);
  return [
    formatTable([["OPERATION", "REQUEST", "STATUS", "WHERE", "PROBLEM"], ...rows], terminal, { styleOf }),
    "",
    terminal.paint(
      total > 0 ? "red" : "green",
      `contract:check: ${count(findings.length, "response")}, ${count(total, "violation")}`,
    ),
    ...(leftOut.length > 0
      ? wrapText(
          `Not called, because they change something: ${leftOut.join(", ")}. To call one, add --operation <id>.`,
          terminal.width,
        )
      : []),
  ].join("\n");
}

function styleOf(cell: string, column: number, row: number) {
  if (row === 0) return "dim";
  if (column < 4) return undefined;
  return cell === "as documented" ? "green" : "red";
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? "" : "s"}`;
}
