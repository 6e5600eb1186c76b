import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { type Json, resolve } from "./contract-document.ts";

export type Validate = (schema: Json, value: unknown) => string[];

/** What is wrong with a value by a schema of the document, JSON Schema 2020-12; where it has branches, exactly one must fit. */
export function createValidation(document: Json): Validate {
  const ajv = new Ajv2020({ strict: true, strictTypes: false, strictRequired: false, allErrors: true });
  addFormats.default(ajv);
  ajv.addVocabulary(["discriminator", ...Object.keys(document)]);
  ajv.addSchema({ ...document, $id: "contract" });

  const findErrors = (schema: Json, value: unknown): string[] => {
    const ref: unknown = schema["$ref"];
    const check = ajv.compile(typeof ref === "string" ? { $ref: `contract${ref}` } : rebase(schema));
    check(value);
    return (check.errors ?? []).map(({ instancePath, message }) => `${instancePath || "/"} ${message}`);
  };
  return (schema, value) => {
    const errors = findErrors(schema, value);
    const { oneOf, discriminator } = resolve(document, schema);
    if (!oneOf || !discriminator) return errors;
    const fitting = oneOf.filter((branch: Json) => findErrors(branch, value).length === 0);
    const named = discriminator.mapping[(value as Json)?.[discriminator.propertyName]];
    const fits = fitting.length === 1 && fitting[0]["$ref"] === named;
    const found = fitting.map((branch: Json) => branch["$ref"]).join(", ") || "none";
    return fits ? errors : [...errors, `/ must fit ${named} and nothing else; fits ${found}`];
  };
}

/** An inline schema whose references lead into the document. */
function rebase(schema: Json): Json {
  return JSON.parse(JSON.stringify(schema), (key, value: unknown) =>
    key === "$ref" && typeof value === "string" ? `contract${value}` : value,
  );
}
