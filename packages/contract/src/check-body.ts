import { Ajv2020, type ErrorObject, type ValidateFunction } from "ajv/dist/2020.js";
import { isJson, type Json, lookUp, type OpenApiDocument, type Place } from "./fragment.ts";
import type { Violation } from "./violation.ts";

export type CheckBody = (schema: Place, body: unknown) => Violation[];

// Prism checks bodies too, but lets undeclared properties pass, and complains of every branch of a oneOf at once.
const DOCUMENT_ID = "fragment";

/** Holds JSON bodies against schemas of the document, in which a property that is not declared is a violation. */
export function createBodyCheck(document: OpenApiDocument): CheckBody {
  // Formats are left to Prism.
  const ajv = new Ajv2020({ strict: false, allErrors: true, validateFormats: false, logger: false });
  ajv.addSchema({ ...(closeNested(document) as Json), $id: DOCUMENT_ID });
  const compiled = new Map<string, ValidateFunction>();
  return (schema, body) => {
    const branch = chooseBranch(document, schema, body);
    if (!("pointer" in branch)) return [branch];
    const validate = compiled.get(branch.pointer) ?? ajv.compile(close({ $ref: DOCUMENT_ID + branch.pointer }) as Json);
    compiled.set(branch.pointer, validate);
    validate(body);
    return describeErrors(validate.errors ?? []);
  };
}

/** The branch that the discriminator names; the schema itself if it has none. */
function chooseBranch(document: OpenApiDocument, schema: Place, body: unknown): Place | Violation {
  const { oneOf, discriminator } = schema.value;
  if (!Array.isArray(oneOf) || !isJson(discriminator)) return schema;
  if (!isJson(body)) return { where: "body", message: "must be object" };
  const name = String(discriminator["propertyName"]);
  const refs = oneOf.flatMap((branch) =>
    isJson(branch) && typeof branch["$ref"] === "string" ? [branch["$ref"]] : [],
  );
  const implied = refs.map((ref) => [ref.slice(ref.lastIndexOf("/") + 1), ref]);
  const mapping = isJson(discriminator["mapping"]) ? discriminator["mapping"] : Object.fromEntries(implied);
  const value = body[name];
  if (value === undefined) return { where: `body/${name}`, message: "is required" };
  const ref = typeof value === "string" && Object.hasOwn(mapping, value) ? mapping[value] : undefined;
  return typeof ref === "string"
    ? lookUp(document, ref.startsWith("#/") ? ref : `#/components/schemas/${ref}`)
    : { where: `body/${name}`, message: `must be one of ${Object.keys(mapping).join(", ")}` };
}

/** A copy in which every schema of a property or of a list's items is closed; those that are combined stay open. */
function closeNested(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(closeNested);
  if (!isJson(value)) return value;
  const entries = Object.entries(value).map(([key, item]): [string, unknown] => {
    const copy = closeNested(item);
    if (key === "properties" && isJson(copy)) {
      return [key, Object.fromEntries(Object.entries(copy).map(([name, schema]) => [name, close(schema)]))];
    }
    return [key, key === "items" ? close(copy) : copy];
  });
  return Object.fromEntries(entries);
}

function close(schema: unknown): unknown {
  if (!isJson(schema) || "additionalProperties" in schema || "unevaluatedProperties" in schema) return schema;
  const declares = ["$ref", "properties", "allOf", "anyOf", "oneOf"].some((keyword) => keyword in schema);
  return declares ? { ...schema, unevaluatedProperties: false } : schema;
}

function describeErrors(errors: readonly ErrorObject[]): Violation[] {
  const violations = errors.map(({ keyword, instancePath, params, message = "is wrong" }): Violation => {
    const where = `body${instancePath}`;
    const undeclared = params["unevaluatedProperty"] ?? params["additionalProperty"];
    if (undeclared !== undefined) return { where: `${where}/${undeclared}`, message: "is not declared" };
    if (keyword === "required") return { where: `${where}/${params["missingProperty"]}`, message: "is required" };
    if (keyword === "enum") return { where, message: `must be one of ${params["allowedValues"].join(", ")}` };
    return { where, message };
  });
  return [...new Map(violations.map((violation) => [JSON.stringify(violation), violation])).values()];
}
