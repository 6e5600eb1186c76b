export { startGridMock, type GridMock, type GridMockClientOptions, type GridMockOptions } from "./start-grid-mock.ts";
export type { QueryValues, Violation } from "@grid-sdk/contract";
export type {
  NetworkError,
  OperationId,
  OperationRequest,
  RecordedRequest,
  Reply,
  ReplyFunction,
  ReplyResult,
} from "@grid-sdk/server-kit";
