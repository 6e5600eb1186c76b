export { canonicalJson } from "./document/canonical-json.ts";
export { checkDocument, findBrokenParts, findCircles, findWrongSchemas } from "./document/check-document.ts";
export { describeProblem, DocumentError, type Problem } from "./document/document-error.ts";
export { listRefs } from "./document/find-broken-refs.ts";
export { asObject, fieldOf, isJsonObject, type JsonObject } from "./document/json-object.ts";
export { keysOfPointer, keysOfRef, pointerTo, valueAt, type Keys } from "./document/json-pointer.ts";
export { readFragment } from "./document/read-fragment.ts";
export { followRef, refOfTarget, resolveOptional, resolveRef } from "./document/references.ts";
export { findOperation, matchPath } from "./operations/find-operation.ts";
export { isMethod, listEndpoints, listParameters, METHODS, type Endpoint } from "./operations/list-endpoints.ts";
export {
  canHaveBody,
  listOperations,
  readForm,
  type Body,
  type DocumentedResponse,
  type Operation,
  type Parameter,
  type ParameterForm,
  type RequestBody,
} from "./operations/list-operations.ts";
export { REQUIRED_WHEN, requiredWhenOf, type RequiredWhen } from "./operations/required-when.ts";
export { listParts } from "./schemas/list-parts.ts";
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
  type SchemaChange,
  type Visited,
} from "./walk/walk.ts";
export { holdsObjects, isData, isTyping, listSchemaKeywords, subschemasOf } from "./walk/fields.ts";
