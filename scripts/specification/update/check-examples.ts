import {
  asObject,
  type JsonObject,
  type Keys,
  keysOfRef,
  pointerTo,
  type Problem,
  resolveRef,
  walk,
} from "@grid-sdk/openapi";
import { createValueCheck } from "../overlay/check-value.ts";

interface Found extends Problem {
  /** An invalid schema is an error, because no value can be validated. */
  readonly severity: "error" | "advice";
}

/** Every example of a body, parameter or header that does not fit its own schema, and every such schema that is not valid. */
export function checkExamples(fragment: JsonObject, check = createValueCheck(fragment)): Found[] {
  return [...walk(fragment)].flatMap(({ object, keys, isSchema }): Found[] => {
    if (isSchema || object["schema"] === undefined) return [];
    const schemaKeys = [...keys, "schema"];
    try {
      // A schema without examples is compiled as well.
      check(schemaKeys, undefined);
      return listValues(fragment, keys, object).flatMap(([at, value]) =>
        check(schemaKeys, value).map(({ where, message }) => ({
          severity: "advice" as const,
          pointer: pointerTo(at) + where,
          message: `The example does not fit its schema: it ${message}.`,
        })),
      );
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      return [{ severity: "error", pointer: pointerTo(schemaKeys), message: `The schema cannot be used: ${reason}.` }];
    }
  });
}

/** The examples of an object, and where each is written. */
function listValues(fragment: JsonObject, keys: Keys, { example, examples }: JsonObject): [Keys, unknown][] {
  const named = Object.entries(asObject(examples)).map(([name, item]): [Keys, unknown] => {
    const { $ref: ref } = asObject(item);
    const at = typeof ref === "string" ? keysOfRef(ref) : undefined;
    return [[...(at ?? [...keys, "examples", name]), "value"], resolveRef(fragment, item)["value"]];
  });
  return example === undefined ? named : [...named, [[...keys, "example"], example]];
}
