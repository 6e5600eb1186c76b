export { API_VERSION, BASE_URL, SPECIFICATION_DATE } from "./generated/constants.ts";
export type { OperationExamples } from "./generated/operation-examples.ts";
export type { OperationMethods } from "./generated/operation-methods.ts";
export { operationTable } from "./generated/operation-table.ts";
export type * from "./generated/operations.ts";
export type { components, operations, paths } from "./generated/schema.ts";
export type * from "./generated/schemas.ts";
export type { OperationTableRow, QueryParameterStyle } from "./operation-table-row.ts";
export type { ResponseHeaders } from "./response-headers.ts";
