import { formatTable } from "@grid-sdk/contract";
import type { Operation } from "@grid-sdk/openapi";

/** The operations with their documented responses, one line per status. */
export function formatOperations(operations: readonly Operation[]): string {
  const rows = operations.flatMap(({ id, method, path, responses }) =>
    [...responses].map(([status, { body }], at) => {
      const [operation, request] = at === 0 ? [id, `${method} ${path}`] : ["", ""];
      return [operation, request, String(status), [...(body?.examples.keys() ?? [])].join(", ")];
    }),
  );
  return formatTable([["OPERATION", "REQUEST", "STATUS", "EXAMPLES"], ...rows]);
}
