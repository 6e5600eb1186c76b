import { isJsonObject, type JsonObject, pointerTo } from "@grid-sdk/openapi";
import addFormats from "ajv-formats";
import { Ajv2020, type AnySchema, type ErrorObject, type ValidateFunction } from "ajv/dist/2020.js";
import { closeNested, closeSchema } from "./close-schema.ts";
import { leaveOut } from "./leave-out.ts";
import type { Violation } from "./violation.ts";

/** Holds a value against a schema of the document. `where`: what the value is called. */
export type Validate = (schema: unknown, value: unknown, where: string) => Violation[];

export interface ValidationOptions {
  /** Whether a property that is not declared is a violation, also where the document does not forbid it. */
  readonly closed?: boolean;
  /** Properties of this kind may be missing even if they are required: `readOnly` ones in a request, `writeOnly` ones in a response. */
  readonly leftOut?: "readOnly" | "writeOnly";
  /** Whether the value is text, as in a path, a query or a header: a number or a boolean is then read from it. */
  readonly fromText?: boolean;
}

const DOCUMENT_ID = "fragment";
// Text is read into what it means where it stands, so it has to stand in something.
const HOLDER = "value";

/** Validation by the document's schemas: JSON Schema 2020-12, formats included. */
export function createValidation(document: JsonObject, options: ValidationOptions = {}): Validate {
  const { closed = false, fromText = false, leftOut } = options;
  // What is added is a document, which is no schema to be validated.
  const ajv = new Ajv2020({
    strict: false,
    allErrors: true,
    logger: false,
    coerceTypes: fromText,
    validateSchema: false,
  });
  addFormats.default(ajv);
  const asSent = leftOut ? leaveOut(document, document, leftOut) : document;
  ajv.addSchema({ ...((closed ? closeNested(asSent) : asSent) as JsonObject), $id: DOCUMENT_ID });
  const compiled = new Map<unknown, ValidateFunction>();
  const compile = (schema: unknown): ValidateFunction => {
    const sent = leftOut ? leaveOut(document, schema, leftOut) : schema;
    const own = rebase(closed ? closeSchema(closeNested(sent)) : sent);
    return ajv.compile(fromText ? { type: "object", properties: { [HOLDER]: own } } : own);
  };
  return (schema, value, where) => {
    const key = keyOf(schema);
    const validate = compiled.get(key) ?? compile(schema);
    compiled.set(key, validate);
    validate(fromText ? { [HOLDER]: value } : value);
    const undeclared = { message: closed ? "is not declared" : "is not allowed", code: "undeclared" } as const;
    const violations = (validate.errors ?? []).map((error) =>
      describeError(error, where, undeclared, fromText ? HOLDER.length + 1 : 0),
    );
    // The branches of a union complain of the same thing each.
    return [...new Map(violations.map((violation) => [JSON.stringify(violation), violation])).values()];
  };
}

/** What the same schema is known by: references to it are written anew each time. */
function keyOf(schema: unknown): unknown {
  return isJsonObject(schema) && Object.keys(schema).length === 1 ? (schema["$ref"] ?? schema) : schema;
}

/** A schema whose references lead into the document. */
function rebase(schema: unknown): AnySchema {
  if (schema === undefined) return true;
  return JSON.parse(JSON.stringify(schema), (key, value: unknown) =>
    key === "$ref" && typeof value === "string" ? `${DOCUMENT_ID}${value}` : value,
  );
}

function describeError(
  error: ErrorObject,
  name: string,
  undeclared: Omit<Violation, "where">,
  skip: number,
): Violation {
  const { keyword, instancePath, params, message = "is wrong" } = error;
  const where = name + instancePath.slice(skip);
  const extra: unknown = params["unevaluatedProperty"] ?? params["additionalProperty"];
  if (extra !== undefined) return { where: where + pointerTo([String(extra)]), ...undeclared };
  if (keyword === "required") {
    return { where: where + pointerTo([String(params["missingProperty"])]), message: "is required", code: "required" };
  }
  if (keyword === "enum") return { where, message: `must be one of ${params["allowedValues"].join(", ")}` };
  return { where, message };
}
