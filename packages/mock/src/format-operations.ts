import { formatTable } from "./format-table.ts";
import type { MockedOperation } from "./list-operations.ts";

/** The operations with their documented answers, one line per status. */
export function formatOperations(operations: readonly MockedOperation[]): string {
  const rows = operations.flatMap(({ id, method, path, answers }) =>
    [...answers].map(([status, examples], at) => {
      const [operation, request] = at === 0 ? [id, `${method} ${path}`] : ["", ""];
      return [operation, request, String(status), examples.join(", ")];
    }),
  );
  return formatTable([["OPERATION", "REQUEST", "STATUS", "EXAMPLES"], ...rows]);
}
