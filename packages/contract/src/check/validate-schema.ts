import { isJsonObject, type JsonObject, pointerTo } from "@grid-sdk/openapi";
import addFormats from "ajv-formats";
import { Ajv2020, type AnySchema, type ErrorObject, type ValidateFunction } from "ajv/dist/2020.js";
import { closeDocument, closeWhole } from "./close-schema.ts";
import { leaveOut } from "./leave-out.ts";
import type { Violation } from "./violation.ts";

/** Validates a value against a schema of the document. Throws for a schema that is not valid. `where`: the name of the value. */
export type Validate = (schema: unknown, value: unknown, where: string) => Violation[];

export interface ValidationOptions {
  /** Whether a property that is not declared is a violation, also where the document does not forbid it. */
  readonly closed?: boolean;
  /** Properties of this kind may be missing even if they are required: `readOnly` ones in a request, `writeOnly` ones in a response. */
  readonly leftOut?: "readOnly" | "writeOnly";
  /** Whether the value is text, as in a path, a query or a header: numbers and booleans are then parsed from it. */
  readonly fromText?: boolean;
}

const DOCUMENT_ID = "fragment";
// Ajv coerces a value in the object that holds it, so there has to be one.
const HOLDER = "value";

/** Validation by the document's schemas: JSON Schema 2020-12, formats included. */
export function createValidation(document: JsonObject, options: ValidationOptions = {}): Validate {
  const { closed = false, fromText = false, leftOut } = options;
  const ajv = new Ajv2020({
    strict: false,
    allErrors: true,
    logger: false,
    coerceTypes: fromText,
    // What is added is a document, not a schema.
    validateSchema: false,
    // There are hundreds of schemas and a few values of each: most time goes into compiling.
    inlineRefs: false,
    code: { optimize: false },
  });
  addFormats.default(ajv);
  const asSent = leftOut ? (leaveOut(document, document, leftOut) as JsonObject) : document;
  ajv.addSchema({ ...(closed ? closeDocument(asSent) : asSent), $id: DOCUMENT_ID });
  const compiled = new Map<unknown, () => ValidateFunction>();
  const compile = (schema: unknown): ValidateFunction => {
    const sent = leftOut ? leaveOut(document, schema, leftOut) : schema;
    const own = rebase(closed ? closeWhole(sent) : sent);
    return ajv.compile(fromText ? { type: "object", properties: { [HOLDER]: own } } : own);
  };
  return (schema, value, where) => {
    const key = keyOf(schema);
    const get = compiled.get(key) ?? tryOnce(() => compile(schema));
    compiled.set(key, get);
    const validate = get();
    validate(fromText ? { [HOLDER]: value } : value);
    const undeclared = { message: closed ? "is not declared" : "is not allowed", code: "undeclared" } as const;
    const violations = (validate.errors ?? []).map((error) =>
      describeError(error, where, undeclared, fromText ? HOLDER.length + 1 : 0),
    );
    // Each branch of a union reports the same violation.
    return [...new Map(violations.map((violation) => [JSON.stringify(violation), violation])).values()];
  };
}

/** Runs it once, and returns or throws the same each time: a failure takes as long as a success. */
function tryOnce<T>(make: () => T): () => T {
  try {
    const value = make();
    return () => value;
  } catch (error) {
    return () => {
      throw error;
    };
  }
}

/** The key under which a schema is compiled: a reference is a new object each time. */
function keyOf(schema: unknown): unknown {
  return isJsonObject(schema) && Object.keys(schema).length === 1 ? (schema["$ref"] ?? schema) : schema;
}

/** A copy of a schema whose references lead into the document. */
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
