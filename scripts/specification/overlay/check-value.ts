import { createValidation, type Violation } from "@grid-sdk/contract";
import { isJsonObject, type JsonObject, type Keys, keysOfRef, pointerTo, valueAt } from "@grid-sdk/openapi";

/** What is wrong with a value by the schema that the keys lead to. Throws if that is not a valid schema. */
export type CheckValue = (keys: Keys, value: unknown) => Violation[];

/** Why a value does not fit the schema that the keys lead to; undefined if it does. */
export type ExplainMisfit = (keys: Keys, value: unknown) => string | undefined;

/** Checks values against a document's schemas. Each schema is compiled once. */
export function createValueCheck(document: JsonObject): CheckValue {
  const validate = createValidation(document);
  return (keys, value) => validate({ $ref: `#${encodeURI(pointerTo(findTarget(document, keys)))}` }, value, "");
}

export function createMisfitCheck(check: CheckValue): ExplainMisfit {
  return (keys, value) => {
    try {
      const [violation] = check(keys, value);
      return violation && `${violation.where || "it"} ${violation.message}`;
    } catch (error) {
      return error instanceof Error ? error.message : String(error);
    }
  };
}

/** Where the schema is that the keys lead to, if there is nothing but a reference: the same one for all references. */
function findTarget(document: JsonObject, keys: Keys): Keys {
  const schema = valueAt(document, keys);
  const { $ref, ...others } = isJsonObject(schema) ? schema : {};
  if (typeof $ref !== "string" || Object.keys(others).length > 0) return keys;
  return keysOfRef($ref) ?? keys;
}
