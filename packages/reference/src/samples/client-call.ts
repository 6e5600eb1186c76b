import type { JsonObject, Operation } from "@grid-sdk/openapi";
import { formatLiteral } from "./format-literal.ts";
import type { Call } from "./list-calls.ts";
import { formatNarrowing } from "./narrowing.ts";

/** The call with the client's method, and how to narrow its result. */
export function formatClientCall(document: JsonObject, operation: Operation, call: Call, client: string): string {
  const input = { ...call.parameters, ...(call.body !== undefined && { body: call.body }) };
  const argument = Object.keys(input).length > 0 ? formatLiteral(input) : "";
  return `import { createGridClient } from "${client}";

// Reads GRID_CLIENT_ID, GRID_CLIENT_SECRET,
// and GRID_BASE_URL for another server.
const grid = createGridClient();

const result = await grid.${operation.id}(${argument});
${formatNarrowing(document, operation)}`;
}
