import { isJsonObject, type JsonObject, type Keys, keysOfRef, pointerTo, valueAt } from "@grid-sdk/openapi";
import addFormats from "ajv-formats";
import { Ajv2020, type ErrorObject, type ValidateFunction } from "ajv/dist/2020.js";

/** The validator of the schema that the keys lead to. Throws where that is no schema. */
export type CompileSchema = (keys: Keys) => ValidateFunction;

/** Why a value does not fit the schema that the keys lead to; undefined if it does. */
export type CheckExample = (keys: Keys, value: unknown) => string | undefined;

/** Validators of a document's schemas, each made once, and each failure to make one found once. */
export function createCompiler(document: JsonObject): CompileSchema {
  // There are hundreds of schemas and a few examples of each: what costs is to compile them.
  const quick = { inlineRefs: false, code: { optimize: false } };
  const ajv = new Ajv2020({ strict: false, allErrors: true, logger: false, ...quick });
  addFormats.default(ajv);
  ajv.addSchema({ $id: "fragment:", ...document });
  const compiled = new Map<string, () => ValidateFunction>();
  return (keys) => {
    const $ref = `fragment:#${encodeURI(pointerTo(findTarget(document, keys)))}`;
    const get = compiled.get($ref) ?? tryOnce(() => ajv.compile({ $ref }));
    compiled.set($ref, get);
    return get();
  };
}

/** Does it once, and gives or throws each time what came of it. */
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

/** Where the schema stands that the one at the keys is, if it is a reference and nothing else. */
function findTarget(document: JsonObject, keys: Keys): Keys {
  const schema = valueAt(document, keys);
  const { $ref, ...others } = isJsonObject(schema) ? schema : {};
  if (typeof $ref !== "string" || Object.keys(others).length > 0) return keys;
  return keysOfRef($ref) ?? keys;
}

/** What is wrong, with the name of what is there and should not be. */
function describeError(error: ErrorObject | undefined): string {
  const { instancePath = "", message = "does not fit its schema", params = {} } = error ?? {};
  const { unevaluatedProperty, additionalProperty } = params as Record<string, unknown>;
  const name = unevaluatedProperty ?? additionalProperty;
  return `${instancePath || "it"} ${message}${name === undefined ? "" : `: ${String(name)}`}`;
}

export function createExampleCheck(compile: CompileSchema): CheckExample {
  return (keys, value) => {
    try {
      const validate = compile(keys);
      if (validate(value)) return undefined;
      return describeError(validate.errors?.[0]);
    } catch (error) {
      return error instanceof Error ? error.message : String(error);
    }
  };
}
