export {
  startGridMock,
  type GridMock,
  type OperationId,
  type OperationRequest,
  type Reply,
  type ReplyFunction,
  type ReplyResult,
} from "./lines/latest.ts";
export type { GridMockClientOptions, GridMockOptions } from "./start-mock.ts";
export type { QueryValues, Violation } from "@grid-sdk/contract";
export type { NetworkError, RecordedRequest } from "@grid-sdk/server-kit";
