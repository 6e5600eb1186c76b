export { canonicalJson } from "./document/canonical-json.ts";
export { checkDocument } from "./document/check-document.ts";
export { describeProblem, FragmentError, type FragmentProblem } from "./document/fragment-error.ts";
export { isOpenApi } from "./document/is-openapi.ts";
export { fieldOf, isJsonObject, type JsonObject } from "./document/json-object.ts";
export { keysOfPointer, keysOfRef, pointerTo, valueAt, type Keys } from "./document/json-pointer.ts";
export { readFragment } from "./document/read-fragment.ts";
export { followRef, refOfTarget, resolveOptional, resolveRef } from "./document/references.ts";
export { findOperation, matchPath } from "./operations/find-operation.ts";
export { isMethod, listEndpoints, listParameters, METHODS, type Endpoint } from "./operations/list-endpoints.ts";
export {
  listOperations,
  type Body,
  type DocumentedResponse,
  type Operation,
  type Parameter,
  type RequestBody,
} from "./operations/list-operations.ts";
export { REQUIRED_WHEN, requiredWhenOf, type RequiredWhen } from "./operations/required-when.ts";
export { readDiscriminator, valuesLeadingTo, type Discriminator } from "./schemas/read-discriminator.ts";
export { valuesOfProperty } from "./schemas/values-of-property.ts";
export { enter, isDocumentation, listSubschemas, type Context as WalkContext } from "./walk/fields.ts";
export {
  contextAt,
  isUnordered,
  mapSchema,
  mapSchemas,
  walk,
  withoutDocumentation,
  type Visited,
} from "./walk/walk.ts";
