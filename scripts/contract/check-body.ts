import { Ajv2020, type ErrorObject } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { isJsonObject, type JsonObject, resolveRef } from "../generate/fragment.ts";
import type { Violation } from "./violation.ts";

export type CheckBody = (schema: unknown, body: unknown) => Violation[];

/**
 * Holds the bodies of answers against the fragment by JSON Schema 2020-12. Where a discriminator names one branch of a
 * `oneOf`, that branch has to fit. Prism overlooks discriminators, so it takes an EMAIL_OTP with a challenge for right,
 * and a PASSKEY without one; and of a body that fits no branch it names what is missing to each of them.
 */
export function createBodyCheck(document: JsonObject): CheckBody {
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  addFormats.default(ajv);
  ajv.addSchema({ ...document, $id: "fragment" });
  return (schema, body) => {
    const branch = chooseBranch(resolveRef(document, schema), body);
    if (branch !== undefined && typeof branch !== "string") return [branch];
    const ref = branch ?? (isJsonObject(schema) ? schema["$ref"] : undefined);
    const validate = ajv.compile(typeof ref === "string" ? { $ref: `fragment${ref}` } : rebase(schema));
    validate(body);
    return dropRepeated((validate.errors ?? []).map(describeError));
  };
}

/** The reference of the branch that the discriminator names, a violation if it names none, undefined if there is none. */
function chooseBranch({ oneOf, discriminator }: JsonObject, body: unknown): string | Violation | undefined {
  if (!Array.isArray(oneOf) || !isJsonObject(discriminator)) return undefined;
  const mapping = isJsonObject(discriminator["mapping"]) ? discriminator["mapping"] : undefined;
  if (!mapping || !isJsonObject(body)) return undefined;
  const name = String(discriminator["propertyName"]);
  const where = `body ${toPointer(name)}`;
  const value = body[name];
  if (value === undefined) return { where, problem: "is required" };
  const ref = Object.hasOwn(mapping, String(value)) ? mapping[String(value)] : undefined;
  return typeof ref === "string" ? ref : { where, problem: `must be one of ${Object.keys(mapping).join(", ")}` };
}

/** An inline schema whose references lead into the fragment. */
function rebase(schema: unknown): JsonObject {
  return JSON.parse(JSON.stringify(schema ?? {}), (key, value: unknown) =>
    key === "$ref" && typeof value === "string" ? `fragment${value}` : value,
  );
}

function describeError({ keyword, instancePath, params, message = "is wrong" }: ErrorObject): Violation {
  const extra = params["unevaluatedProperty"] ?? params["additionalProperty"];
  if (extra !== undefined) return { where: `body ${instancePath}${toPointer(extra)}`, problem: "is not allowed" };
  if (keyword === "required") {
    return { where: `body ${instancePath}${toPointer(params["missingProperty"])}`, problem: "is required" };
  }
  const where = instancePath === "" ? "body" : `body ${instancePath}`;
  return { where, problem: keyword === "enum" ? `must be one of ${params["allowedValues"].join(", ")}` : message };
}

function toPointer(key: string): string {
  return `/${key.replaceAll("~", "~0").replaceAll("/", "~1")}`;
}

function dropRepeated(violations: readonly Violation[]): Violation[] {
  return [...new Map(violations.map((violation) => [JSON.stringify(violation), violation])).values()];
}
