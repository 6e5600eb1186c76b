import { type JsonObject, isJsonObject, type Operation, type Parameter, resolveRef } from "@grid-sdk/openapi";
import { queryStyleOf } from "./query-style.ts";
import { isSuccess } from "./result-types.ts";

/** The table of the operations that the client needs at run time. */
export function deriveOperationTable(document: JsonObject, operations: readonly Operation[]): string {
  return `import type { OperationTableRow } from "../../operation-table-row.ts";

/** How each operation is called, and its documented successes. */
export const operationTable = {
${operations.map((operation) => deriveRow(document, operation)).join("")}} as const satisfies Record<string, OperationTableRow>;
`;
}

function deriveRow(document: JsonObject, { id, method, path, parameters, responses }: Operation): string {
  const success = [...responses]
    .filter(([status]) => isSuccess(status))
    .map(([status, { body }]) => `${status}: "${body ? "json" : "empty"}"`);
  const styles = parameters.flatMap((parameter) => {
    const style = queryStyleOf(document, parameter);
    return style ? [`${JSON.stringify(parameter.name)}: ${JSON.stringify(style)}`] : [];
  });
  const query = styles.length > 0 ? `, query: { ${styles.join(", ")} }` : "";
  const strings = (["path", "query"] as const).flatMap((location) => {
    const names = parameters.filter((parameter) => parameter.in === location && isString(document, parameter));
    return names.length > 0 ? [`${location}: ${JSON.stringify(names.map(({ name }) => name))}`] : [];
  });
  const typed = strings.length > 0 ? `, strings: { ${strings.join(", ")} }` : "";
  return `  ${id}: { method: "${method}", path: ${JSON.stringify(path)}, success: { ${success.join(", ")} }${query}${typed} },\n`;
}

/** Whether the specification types a parameter as a string. */
function isString(document: JsonObject, { schema }: Parameter): boolean {
  return isJsonObject(schema) && resolveRef(document, schema)["type"] === "string";
}
