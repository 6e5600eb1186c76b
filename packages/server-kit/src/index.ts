export { formatRequest } from "./command/format-request.ts";
export { showControls } from "./command/show-controls.ts";
export { createSoftwarePasskey } from "./authenticator/software-passkey.ts";
export { readPort } from "./command/read-port.ts";
export { UsageError } from "./command/usage-error.ts";
export { readNumber } from "./command/read-number.ts";
export { runCommand, type CommandValues } from "./command/run-command.ts";
export { readBasic } from "./http/authorization.ts";
export { isThisMachine } from "./http/check-host.ts";
export type { Delivery, NetworkError, PreparedResponse } from "./http/delivery.ts";
export type { ReceivedRequest } from "./http/read-request.ts";
export { recordRequest, type RecordedRequest } from "./http/recorded-request.ts";
export { startHttpServer, type HttpServer } from "./http/start-http-server.ts";
export {
  ANYTHING,
  checkOptions,
  FLAG,
  FUNCTION,
  isBetween,
  type OptionRule,
  type OptionRules,
  SERVER_RULES,
  TEXTS,
} from "./options/check-options.ts";
export { demandOperation } from "./replies/demand-operation.ts";
export { findResponse, listResponses, type ResponseChoice } from "./replies/find-response.ts";
export { createReplyPlayer, type MadeResponse } from "./replies/play-reply.ts";
export { readReply, type PreparedReply } from "./replies/read-reply.ts";
export { createReplyQueue, type ReplyQueue } from "./replies/reply-queue.ts";
export { createReferencePage, type ReferenceLine } from "./page/reference-page.ts";
export type {
  ApiRequest,
  FailureOf,
  OperationIdOf,
  OperationRequestOf,
  ReplyApi,
  ReplyFunctionOf,
  ReplyOf,
  ReplyResultOf,
} from "./replies/reply.ts";
export { describeRequest } from "./requests/describe-request.ts";
export type { Outcome } from "./requests/outcome.ts";
export {
  chooseRefusal,
  explain,
  refuseUnknown,
  UNAUTHORIZED,
  UNDOCUMENTED_REFUSAL,
} from "./requests/refuse-request.ts";
export { createRouter } from "./requests/route-request.ts";
