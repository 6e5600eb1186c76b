export { createBodyCheck, type CheckBody } from "./check/check-body.ts";
export { findRequiringValue } from "./check/check-parameters.ts";
export { createRequestCheck, type CheckedRequest, type CheckRequest } from "./check/check-request.ts";
export { createResponseCheck, type CheckedResponse, type CheckResponse } from "./check/check-response.ts";
export type { QueryValues } from "./check/read-query-value.ts";
export { createValidation, type Validate, type ValidationOptions } from "./check/validate-schema.ts";
export { formatViolation, mergeViolations, type Violation } from "./check/violation.ts";
