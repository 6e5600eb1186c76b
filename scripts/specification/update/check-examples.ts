import { isJsonObject, type JsonObject, type Keys, keysOfRef, pointerTo, resolveRef } from "@grid-sdk/openapi";
import type { ErrorObject } from "ajv/dist/2020.js";
import { createCompiler } from "../overlay/compile-schema.ts";
import type { Problem } from "../source/problem.ts";

interface Found extends Omit<Problem, "line"> {
  /** A schema that cannot be used is an error: nothing can be held against it. */
  readonly severity: "error" | "advice";
}

/** Every example of a body, parameter or header that its own schema refuses, and every such schema that is none. */
export function checkExamples(fragment: JsonObject, compile = createCompiler(fragment)): Found[] {
  const problems: Found[] = [];

  const check = (keys: Keys, { example, examples }: JsonObject): void => {
    const listed = Object.entries(isJsonObject(examples) ? examples : {});
    const values = listed.map(([name, item]): [Keys, unknown] => {
      const ref = isJsonObject(item) && typeof item["$ref"] === "string" ? keysOfRef(item["$ref"]) : undefined;
      return [[...(ref ?? [...keys, "examples", name]), "value"], resolveRef(fragment, item)["value"]];
    });
    if (example !== undefined) values.push([[...keys, "example"], example]);
    const schemaKeys = [...keys, "schema"];
    try {
      const validate = compile(schemaKeys);
      for (const [at, value] of values) {
        if (!validate(value)) problems.push(...describeErrors(validate.errors ?? [], at));
      }
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      const message = `The schema cannot be used: ${reason}.`;
      problems.push({ severity: "error", pointer: pointerTo(schemaKeys), message });
    }
  };

  const visit = (value: unknown, keys: Keys): void => {
    if (Array.isArray(value)) for (const [at, item] of value.entries()) visit(item, [...keys, at]);
    if (!isJsonObject(value)) return;
    if (value["schema"] !== undefined && keys.at(-1) !== "properties") check(keys, value);
    for (const [key, item] of Object.entries(value)) {
      if (key !== "example" && key !== "examples") visit(item, [...keys, key]);
    }
  };

  visit(fragment["paths"], ["paths"]);
  visit(fragment["components"], ["components"]);
  return problems;
}

function describeErrors(errors: readonly ErrorObject[], at: Keys): Found[] {
  return errors.map(({ instancePath, message = "does not fit" }) => ({
    severity: "advice",
    pointer: pointerTo(at) + instancePath,
    message: `The example does not fit its schema: it ${message}.`,
  }));
}
