export type * from "@grid-sdk/core";
export * from "./every-line.ts";
export {
  createGridClient,
  createGridFetch,
  type GridClient,
  type GridOperationMethods,
} from "./generated/2026-04-23/grid-client.ts";
