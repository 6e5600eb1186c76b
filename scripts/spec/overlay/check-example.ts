import { type JsonObject, type Keys, pointerTo } from "@grid-sdk/contract";
import addFormats from "ajv-formats";
import { Ajv2020 } from "ajv/dist/2020.js";

/** Why a value does not fit the schema that the keys lead to; undefined if it does. */
export type CheckExample = (keys: Keys, value: unknown) => string | undefined;

export function createExampleCheck(document: JsonObject): CheckExample {
  const ajv = new Ajv2020({ strict: false, logger: false });
  addFormats.default(ajv);
  ajv.addSchema({ $id: "fragment:", ...document });
  return (keys, value) => {
    try {
      const validate = ajv.compile({ $ref: `fragment:#${encodeURI(pointerTo(keys))}` });
      if (validate(value)) return undefined;
      const [{ instancePath = "", message = "does not fit its schema" } = {}] = validate.errors ?? [];
      return `${instancePath || "it"} ${message}`;
    } catch (error) {
      return error instanceof Error ? error.message : String(error);
    }
  };
}
