import { isJsonObject, type JsonObject, keysOfRef, pointerTo, resolveRef } from "@grid-sdk/contract";
import addFormats from "ajv-formats";
import { Ajv2020 } from "ajv/dist/2020.js";
import type { Problem } from "../source/problem.ts";

interface Found extends Omit<Problem, "line"> {
  /** A schema that cannot be used is an error: nothing can be held against it. */
  readonly severity: "error" | "advice";
}

/** Every example of a body, parameter or header that its own schema refuses, and every such schema that is none. */
export function checkExamples(fragment: JsonObject): Found[] {
  const ajv = new Ajv2020({ strict: false, allErrors: true, logger: false });
  addFormats.default(ajv);
  ajv.addSchema({ $id: "fragment:", ...fragment });
  const problems: Found[] = [];

  const check = (keys: readonly (string | number)[], owner: readonly (string | number)[], value: unknown): void => {
    try {
      const validate = ajv.compile({ $ref: `fragment:#${encodeURI(pointerTo([...owner, "schema"]))}` });
      if (validate(value)) return;
      for (const { instancePath, message = "does not fit" } of validate.errors ?? []) {
        problems.push({
          severity: "advice",
          pointer: pointerTo(keys) + instancePath,
          message: `The example does not fit its schema: it ${message}.`,
        });
      }
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      const pointer = pointerTo([...owner, "schema"]);
      problems.push({ severity: "error", pointer, message: `The schema cannot be used: ${reason}.` });
    }
  };

  const visit = (value: unknown, keys: readonly (string | number)[]): void => {
    if (Array.isArray(value)) for (const [at, item] of value.entries()) visit(item, [...keys, at]);
    if (!isJsonObject(value)) return;
    if (value["schema"] !== undefined && keys.at(-1) !== "properties") {
      if ("example" in value) check([...keys, "example"], keys, value["example"]);
      const examples = isJsonObject(value["examples"]) ? value["examples"] : {};
      for (const [name, example] of Object.entries(examples)) {
        const ref = isJsonObject(example) && typeof example["$ref"] === "string" ? example["$ref"] : undefined;
        const at = ref === undefined ? [...keys, "examples", name, "value"] : [...(keysOfRef(ref) ?? []), "value"];
        check(at, keys, resolveRef(fragment, example)["value"]);
      }
    }
    for (const [key, item] of Object.entries(value)) {
      if (key !== "example" && key !== "examples") visit(item, [...keys, key]);
    }
  };

  visit(fragment["paths"], ["paths"]);
  visit(fragment["components"], ["components"]);
  return problems;
}
