import {
  fieldOf,
  isJsonObject,
  type JsonObject,
  type Keys,
  keysOfRef,
  listEndpoints,
  valueAt,
} from "@grid-sdk/openapi";

const JSON_TYPE = "application/json";

/** A JSON body of an operation, where it is written: in the operation, or in a component that several share. */
export interface DocumentedBody {
  /** Of the media type object. */
  readonly keys: Keys;
  readonly mediaType: JsonObject;
  readonly isRequest: boolean;
  /** The first operation that has it, for example `GET /things 200`. */
  readonly name: string;
}

/** Every JSON body of a document, each once. */
export function listBodies(document: JsonObject): DocumentedBody[] {
  const bodies = new Map<string, DocumentedBody>();
  const add = (value: unknown, keys: Keys, name: string, isRequest: boolean): void => {
    const at = locate(document, value, keys);
    const mediaType = fieldOf(at.value, "content", JSON_TYPE);
    const body = { keys: [...at.keys, "content", JSON_TYPE], mediaType, isRequest, name };
    const key = JSON.stringify(body.keys);
    if (mediaType["schema"] !== undefined && !bodies.has(key)) bodies.set(key, body);
  };
  for (const { method, path, keys, operation } of listEndpoints(document)) {
    add(operation["requestBody"], [...keys, "requestBody"], `${method} ${path}, request`, true);
    for (const [status, response] of Object.entries(fieldOf(operation, "responses")))
      add(response, [...keys, "responses", status], `${method} ${path}, ${status}`, false);
  }
  return [...bodies.values()];
}

/** Where a value is written, references followed. */
function locate(document: JsonObject, value: unknown, keys: Keys): { value: JsonObject; keys: Keys } {
  if (!isJsonObject(value)) return { value: {}, keys };
  const target = typeof value["$ref"] === "string" ? keysOfRef(value["$ref"]) : undefined;
  return target ? locate(document, valueAt(document, target), target) : { value, keys };
}
