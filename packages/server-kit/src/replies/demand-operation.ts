import type { Operation } from "@grid-sdk/openapi";

/** Finds an operation. Throws a `TypeError` that lists all operations if there is no such operation. */
export function demandOperation(operations: readonly Operation[], operationId: string): Operation {
  const operation = operations.find(({ id }) => id === operationId);
  if (operation) return operation;
  const known = operations.map(({ id }) => `  ${id}`).join("\n");
  throw new TypeError(`The fragment has no operation ${JSON.stringify(operationId)}. It has:\n${known}`);
}
