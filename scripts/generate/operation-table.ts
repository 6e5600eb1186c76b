import type { Operation } from "./list-operations.ts";
import { isSuccess } from "./result-types.ts";

/** What the client needs of each operation at run time. */
export function deriveOperationTable(operations: readonly Operation[]): string {
  return `import type { OperationTableRow } from "../../operation-table-row.ts";

/** How each operation is called, and which responses it documents as a success. */
export const operationTable = {
${operations.map(deriveRow).join("")}} as const satisfies Record<string, OperationTableRow>;
`;
}

function deriveRow({ operationId, method, path, parameters, responses }: Operation): string {
  const success = responses
    .filter(isSuccess)
    .map(({ status, hasBody }) => `${status}: "${hasBody ? "json" : "empty"}"`);
  const styles = parameters.flatMap(({ name, style }) =>
    style ? [`${JSON.stringify(name)}: ${JSON.stringify(style)}`] : [],
  );
  const query = styles.length > 0 ? `, query: { ${styles.join(", ")} }` : "";
  const strings = (["path", "query"] as const).flatMap((location) => {
    const names = parameters.filter((parameter) => parameter.in === location && parameter.isString);
    return names.length > 0 ? [`${location}: ${JSON.stringify(names.map(({ name }) => name))}`] : [];
  });
  const typed = strings.length > 0 ? `, strings: { ${strings.join(", ")} }` : "";
  return `  ${operationId}: { method: "${method}", path: ${JSON.stringify(path)}, success: { ${success.join(", ")} }${query}${typed} },\n`;
}
