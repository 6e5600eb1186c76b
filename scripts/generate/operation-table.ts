import type { Operation } from "./list-operations.ts";

/** What the client needs of each operation at run time. */
export function deriveOperationTable(operations: readonly Operation[]): string {
  const rows = operations.map(({ operationId, method, path, responses }) => {
    const success = responses.map(({ status }) => status).filter((status) => status < 300);
    return `  ${operationId}: { method: "${method}", path: ${JSON.stringify(path)}, success: [${success.join(", ")}] },\n`;
  });
  return `/** Each operation's method, path template and documented success statuses. */
export const operationTable = {
${rows.join("")}} as const;
`;
}
