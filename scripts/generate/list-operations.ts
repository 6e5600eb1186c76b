import { listEndpoints } from "@grid-sdk/contract";
import { FragmentError, isJsonObject, resolveRef, type JsonObject } from "./fragment.ts";

const LOCATIONS = ["path", "query", "header"] as const;
// Names on the client object that mean something else: the escape hatch, and what makes an object awaitable.
const RESERVED_NAMES = new Set(["http", "then"]);

export type ParameterLocation = (typeof LOCATIONS)[number];

export interface Body {
  readonly schema: unknown;
  readonly examples: ReadonlyMap<string, unknown>;
}

export interface DocumentedResponse extends Partial<Body> {
  readonly status: number;
}

export interface Operation {
  readonly operationId: string;
  /** In upper case. */
  readonly method: string;
  /** The template, for example `/auth/credentials/{id}`. */
  readonly path: string;
  readonly summary: string;
  readonly description: string;
  /** The locations that have parameters, and whether one of them is required. */
  readonly parameters: ReadonlyMap<ParameterLocation, { readonly required: boolean }>;
  readonly requestBody?: Body & { readonly required: boolean };
  /** By status, ascending. */
  readonly responses: readonly DocumentedResponse[];
}

/** The document's operations in its own order. Throws a `FragmentError` for what the SDK cannot express. */
export function listOperations(document: JsonObject): Operation[] {
  const operations = listEndpoints(document).map(({ path, method, pathItem, operation }) =>
    readOperation(document, path, method, pathItem, operation),
  );
  const ids = operations.map(({ operationId }) => operationId);
  const repeated = ids.find((id, at) => ids.indexOf(id) !== at);
  if (repeated) throw new FragmentError(`operationId ${repeated} stands twice; each operation needs its own.`);
  return operations;
}

function readOperation(
  document: JsonObject,
  path: string,
  method: string,
  pathItem: JsonObject,
  operation: JsonObject,
): Operation {
  const where = `${method} ${path}`;
  const operationId = operation["operationId"];
  if (typeof operationId !== "string" || !/^[a-z][A-Za-z0-9]*$/.test(operationId)) {
    throw new FragmentError(`${where}: operationId must be a camelCase name; found ${JSON.stringify(operationId)}.`);
  }
  if (RESERVED_NAMES.has(operationId)) {
    throw new FragmentError(`${where}: operationId ${operationId} is taken by the client itself; choose another.`);
  }
  const body = operation["requestBody"] && resolveRef(document, operation["requestBody"]);
  return {
    operationId,
    method,
    path,
    summary: String(operation["summary"] ?? operationId),
    description: String(operation["description"] ?? ""),
    parameters: readParameters(document, [pathItem["parameters"], operation["parameters"]]),
    ...(isJsonObject(body) && {
      requestBody: { required: body["required"] === true, ...readBody(document, `${where} request body`, body) },
    }),
    responses: Object.entries(asObject(operation["responses"]))
      .map(([status, response]) => readResponse(document, where, status, response))
      .toSorted((a, b) => a.status - b.status),
  };
}

function readParameters(document: JsonObject, lists: unknown[]): Operation["parameters"] {
  const parameters = new Map<ParameterLocation, { required: boolean }>();
  for (const item of lists.flatMap((list) => (Array.isArray(list) ? list : []))) {
    const parameter = resolveRef(document, item);
    const location = LOCATIONS.find((name) => name === parameter["in"]);
    if (!location) throw new FragmentError(`Parameters in ${String(parameter["in"])} are not supported.`);
    const required = parameter["required"] === true || (parameters.get(location)?.required ?? false);
    parameters.set(location, { required });
  }
  return parameters;
}

function readResponse(document: JsonObject, where: string, status: string, value: unknown): DocumentedResponse {
  if (!/^[2-5]\d\d$/.test(status)) {
    throw new FragmentError(`${where}: responses are documented by their status; found ${status}.`);
  }
  const response = resolveRef(document, value);
  const hasBody = Object.keys(asObject(response["content"])).length > 0;
  return {
    status: Number(status),
    ...(hasBody && readBody(document, `${where} ${status}`, response)),
  };
}

function readBody(document: JsonObject, where: string, holder: JsonObject): Body {
  const content = asObject(holder["content"]);
  const json = content["application/json"];
  if (!isJsonObject(json) || Object.keys(content).length > 1) {
    const found = Object.keys(content).join(", ") || "nothing";
    throw new FragmentError(`${where}: bodies are application/json alone; found ${found}.`);
  }
  const examples = Object.entries(asObject(json["examples"])).map(
    ([name, example]) => [name, resolveRef(document, example)["value"]] as const,
  );
  return { schema: json["schema"], examples: new Map(examples) };
}

function asObject(value: unknown): JsonObject {
  return isJsonObject(value) ? value : {};
}
