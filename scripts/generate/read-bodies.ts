import { asObject, isJsonObject, type JsonObject } from "./fragment.ts";
import type { Keys, Reader } from "./reader.ts";

export interface Body {
  /** Undefined if the fragment says nothing of the body but that it is JSON. */
  readonly schema: unknown;
  readonly examples: ReadonlyMap<string, unknown>;
}

export interface DocumentedResponse extends Partial<Body> {
  readonly status: number;
  /** Whether the response has a body that can be read. */
  readonly hasBody: boolean;
}

// RFC 9110, 15.3.5 and 15.3.6: these never have a body, whatever is documented.
const WITHOUT_BODY = new Set([204, 205, 304]);

/** The responses by their status, ascending. */
export function readResponses(
  reader: Reader,
  keys: Keys,
  where: string,
  method: string,
  responses: JsonObject,
): DocumentedResponse[] {
  const read = Object.entries(responses).flatMap(([key, value]): DocumentedResponse[] => {
    if (key.startsWith("x-")) return [];
    if (!/^[2-5]\d\d$/.test(key)) {
      reader.report([...keys, key], `${where}: responses are documented by their status; found ${key}.`);
      return [];
    }
    const response = reader.resolve(value, [...keys, key]);
    if (!response) return [];
    const status = Number(key);
    const isDocumented = Object.keys(asObject(response["content"])).length > 0;
    // RFC 9110, 9.3.2: the response to a HEAD has none either.
    const body =
      isDocumented && method !== "head" && !WITHOUT_BODY.has(status)
        ? readBody(reader, [...keys, key], `${where} ${key}`, response)
        : undefined;
    return [{ status, hasBody: body !== undefined, ...body }];
  });
  if (!read.some(({ status }) => status < 300)) {
    reader.report(keys, `${where}: no 2xx response is documented, so a call could never resolve.`);
  }
  return read.toSorted((a, b) => a.status - b.status);
}

/** The request body; undefined, and a problem, if it cannot be sent. */
export function readRequestBody(
  reader: Reader,
  keys: Keys,
  where: string,
  method: string,
  value: unknown,
): (Body & { readonly required: boolean }) | undefined {
  const body = reader.resolve(value, keys);
  if (!body) return undefined;
  if (method === "get" || method === "head") {
    reader.report(keys, `${where}: fetch sends no body with ${method.toUpperCase()}; use another method.`);
    return undefined;
  }
  const read = readBody(reader, keys, `${where} request body`, body);
  return read && { required: body["required"] === true, ...read };
}

function readBody(reader: Reader, keys: Keys, where: string, holder: JsonObject): Body | undefined {
  const content = asObject(holder["content"]);
  const json = content["application/json"];
  if (!isJsonObject(json) || Object.keys(content).length > 1) {
    const found = Object.keys(content).join(", ") || "nothing";
    reader.report([...keys, "content"], `${where}: bodies are application/json alone; found ${found}.`);
    return undefined;
  }
  const examples = new Map<string, unknown>();
  for (const [name, example] of Object.entries(asObject(json["examples"]))) {
    const resolved = reader.resolve(example, [...keys, "content", "application/json", "examples", name]);
    // An example elsewhere (`externalValue`) is none that could be held against its type.
    if (resolved && "value" in resolved) examples.set(name, resolved["value"]);
  }
  return { schema: json["schema"], examples };
}
