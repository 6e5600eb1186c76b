import { isJsonObject, type JsonObject } from "./json-object.ts";

/** Whether a value is an OpenAPI 3.1 document, by its field `openapi`: `3.1.1`, or the number 3.1 of YAML. */
export function isOpenApi(value: unknown): value is JsonObject {
  return isJsonObject(value) && /^3\.1(\.\d+)?$/.test(String(value["openapi"]));
}
