export { FragmentError, type FragmentProblem } from "./read/fragment-error.ts";
export { canonicalJson } from "./read/canonical-json.ts";
export { findOperation, matchPath } from "./read/find-operation.ts";
export { fieldOf, isJsonObject, type JsonObject } from "./read/json-object.ts";
export { keysOfRef, pointerTo, valueAt, type Keys } from "./read/json-pointer.ts";
export { isMethod, listEndpoints, listParameters, METHODS, type Endpoint } from "./read/list-endpoints.ts";
export {
  listOperations,
  type Body,
  type DocumentedResponse,
  type Operation,
  type Parameter,
  type RequestBody,
} from "./read/list-operations.ts";
export { checkDocument } from "./read/check-document.ts";
export { readFragment } from "./read/read-fragment.ts";
export { readDiscriminator, valuesLeadingTo, type Discriminator } from "./read/read-discriminator.ts";
export { REQUIRED_WHEN, requiredWhenOf, type RequiredWhen } from "./read/required-when.ts";
export { valuesOfProperty } from "./read/values-of-property.ts";
export { followRef, refOfTarget, resolveOptional, resolveRef } from "./read/references.ts";
export { createBodyCheck, type CheckBody } from "./check/check-body.ts";
export { findRequiringValue } from "./check/check-parameters.ts";
export { createRequestCheck, type CheckedRequest, type CheckRequest } from "./check/check-request.ts";
export { createResponseCheck, type CheckedResponse, type CheckResponse } from "./check/check-response.ts";
export type { QueryValues } from "./check/read-query-value.ts";
export { partsOf } from "./check/schema-parts.ts";
export { createValidation, type Validate, type ValidationOptions } from "./check/validate-schema.ts";
export { formatViolation, mergeViolations, type Violation } from "./check/violation.ts";
export { formatTable } from "./format-table.ts";
