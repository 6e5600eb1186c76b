import type { Operation } from "@grid-sdk/openapi";

/** The operation that is to be replied to. Throws a `TypeError` that lists what there is, for one that is not there. */
export function demandOperation(operations: readonly Operation[], operationId: string): Operation {
  const operation = operations.find(({ id }) => id === operationId);
  if (operation) return operation;
  const known = operations.map(({ id }) => `  ${id}`).join("\n");
  throw new TypeError(`There is no operation ${JSON.stringify(operationId)} in the fragment. It has:\n${known}`);
}
