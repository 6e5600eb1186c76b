import { createBodyCheck, formatViolation } from "@grid-sdk/contract";
import { type Json, resolve } from "./contract-document.ts";

export type Validate = (schema: Json, value: unknown) => string[];

/** What is wrong with a value by a schema of the document; where it has branches, exactly one must fit. */
export function createValidation(document: Json): Validate {
  const check = createBodyCheck(document);
  return (schema, value) => {
    const errors = check(schema, value).map(formatViolation);
    const { oneOf, discriminator } = resolve(document, schema);
    if (!oneOf || !discriminator) return errors;
    const fitting = oneOf.filter((branch: Json) => check(branch, value).length === 0);
    const named = discriminator.mapping[(value as Json)?.[discriminator.propertyName]];
    const fits = fitting.length === 1 && fitting[0]["$ref"] === named;
    const found = fitting.map((branch: Json) => branch["$ref"]).join(", ") || "none";
    return fits ? errors : [...errors, `body must fit ${named} and nothing else; fits ${found}`];
  };
}
