export type * from "@grid-sdk/core/latest";
export * from "./every-line.ts";
export {
  createGridClient,
  createGridFetch,
  type GridClient,
  type GridOperationMethods,
} from "./generated/latest/grid-client.ts";
