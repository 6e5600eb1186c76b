export { API_VERSION, BASE_URL } from "./generated/constants.ts";
export type { OperationExamples } from "./generated/operation-examples.ts";
export { operationTable } from "./generated/operation-table.ts";
export type { ApiErrorBody, ApiErrorCode, Operations } from "./generated/operations.ts";
export type { components, operations, paths } from "./generated/schema.ts";
export type * from "./generated/schemas.ts";
