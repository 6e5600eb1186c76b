import { fieldOf, type JsonObject } from "../document/json-object.ts";
import { type Endpoint, listEndpoints, listParameters } from "./list-endpoints.ts";
import { resolveOptional, resolveRef } from "../document/references.ts";
import { type RequiredWhen, requiredWhenOf } from "./required-when.ts";

/** An operation as requests and responses are held against it. Schemas stand as they are written. */
export interface Operation {
  /** Its `operationId`; method and path where the document gives none. */
  readonly id: string;
  /** In upper case. */
  readonly method: string;
  /** The template, for example `/auth/credentials/{id}`. */
  readonly path: string;
  readonly parameters: readonly Parameter[];
  /** The JSON body that it takes; undefined if it takes none. */
  readonly requestBody: RequestBody | undefined;
  /** By status, in the document's own order. */
  readonly responses: ReadonlyMap<number, DocumentedResponse>;
}

/** A value with a name: a parameter in the path, the query, a header or a cookie, or a header of a response. */
export interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly required: boolean;
  /** The bodies that it is required for though it is optional: `x-required-when`. */
  readonly requiredWhen: RequiredWhen | undefined;
  /** How an array or an object is written. OpenAPI 3.1, Parameter Object; the default in a query is `form`, exploded. */
  readonly style: string;
  readonly explode: boolean;
  readonly schema: unknown;
  readonly example: unknown;
}

export interface Body {
  readonly schema: unknown;
  /** By name. */
  readonly examples: ReadonlyMap<string, unknown>;
}

export interface RequestBody extends Body {
  readonly required: boolean;
}

export interface DocumentedResponse {
  readonly headers: readonly Parameter[];
  /** The JSON body; undefined if there is none. */
  readonly body: Body | undefined;
}

/** Every operation of the document, in its own order. Throws a `FragmentError` for a reference that leads nowhere. */
export function listOperations(document: JsonObject): Operation[] {
  return listEndpoints(document).map((endpoint) => readOperation(document, endpoint));
}

function readOperation(document: JsonObject, endpoint: Endpoint): Operation {
  const { method, path, operation } = endpoint;
  const request = resolveOptional(document, operation["requestBody"]);
  const body = readBody(document, request);
  const responses = Object.entries(fieldOf(operation, "responses")).filter(([status]) => /^\d{3}$/.test(status));
  return {
    id: String(operation["operationId"] ?? `${method} ${path}`),
    method,
    path,
    parameters: listParameters(document, endpoint).map((parameter) => readParameter(parameter)),
    requestBody: body && { ...body, required: request["required"] === true },
    responses: new Map(responses.map(([status, item]) => [Number(status), readResponse(document, item)])),
  };
}

function readResponse(document: JsonObject, item: unknown): DocumentedResponse {
  const response = resolveRef(document, item);
  const headers = Object.entries(fieldOf(response, "headers")).map(([name, header]) =>
    readParameter({ ...resolveRef(document, header), name, in: "header" }),
  );
  return { headers, body: readBody(document, response) };
}

function readParameter(parameter: JsonObject): Parameter {
  const { name, in: location, required, schema, example } = parameter;
  const style = String(parameter["style"] ?? (/^(query|cookie)$/.test(String(location)) ? "form" : "simple"));
  const explode = (parameter["explode"] ?? style === "form") === true;
  return {
    name: String(name),
    in: String(location),
    required: required === true,
    requiredWhen: requiredWhenOf(parameter),
    style,
    explode,
    schema,
    example,
  };
}

function readBody(document: JsonObject, holder: JsonObject): Body | undefined {
  const content = fieldOf(fieldOf(holder, "content"), "application/json");
  if (!("schema" in content) && !("examples" in content)) return undefined;
  const examples = Object.entries(fieldOf(content, "examples")).map(
    ([name, example]) => [name, resolveRef(document, example)["value"]] as const,
  );
  return { schema: content["schema"] ?? true, examples: new Map(examples) };
}
