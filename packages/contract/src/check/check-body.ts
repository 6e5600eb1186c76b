import type { JsonObject } from "@grid-sdk/openapi";
import { chooseBranch } from "./choose-branch.ts";
import { createValidation, type ValidationOptions } from "./validate-schema.ts";
import type { Violation } from "./violation.ts";

export type CheckBody = (schema: unknown, body: unknown) => Violation[];

/** Validates JSON bodies against schemas of the document; a union by the branch that the body's discriminator names. */
export function createBodyCheck(
  document: JsonObject,
  options: Pick<ValidationOptions, "closed" | "leftOut"> = {},
): CheckBody {
  const validate = createValidation(document, options);
  return (schema, body) => {
    const choice = chooseBranch(document, schema, body);
    return "violation" in choice ? [choice.violation] : validate(choice.schema, body, "body");
  };
}
