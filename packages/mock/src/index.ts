export { startGridMock, type GridMock, type GridMockOptions } from "./start-grid-mock.ts";
export type { RecordedRequest } from "./recorded-request.ts";
export type { ReplyChoice } from "./reply-queue.ts";
export type { Violation } from "@grid-sdk/contract";
