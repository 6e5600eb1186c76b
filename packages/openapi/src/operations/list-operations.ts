import { asObject, fieldOf, type JsonObject } from "../document/json-object.ts";
import type { Keys } from "../document/json-pointer.ts";
import { resolveOptional, resolveRef } from "../document/references.ts";
import { type DeclaredParameter, type Endpoint, listEndpoints, locateParameters } from "./list-endpoints.ts";
import { type RequiredWhen, requiredWhenOf } from "./required-when.ts";

/** An operation with all that belongs to it, references followed. Schemas are as they are written. */
export interface Operation {
  /** Its `operationId`; method and path if it has none. */
  readonly id: string;
  /** In upper case. */
  readonly method: string;
  /** The template, for example `/auth/credentials/{id}`. */
  readonly path: string;
  /** By default its id. */
  readonly summary: string;
  /** Empty by default. */
  readonly description: string;
  readonly deprecated: boolean;
  /** Its own, those of its path, and those that only the template names, as strings. */
  readonly parameters: readonly Parameter[];
  /** The JSON body of a request; undefined if a request has none. */
  readonly requestBody: RequestBody | undefined;
  /** By status, ascending. */
  readonly responses: ReadonlyMap<number, DocumentedResponse>;
  readonly endpoint: Endpoint;
}

/** How an array or an object is written. OpenAPI 3.1, Parameter Object; the default in a query is `form`, exploded. */
export interface ParameterForm {
  readonly style: string;
  readonly explode: boolean;
}

/** A value with a name: a parameter in the path, the query, a header or a cookie, or a header of a response. */
export interface Parameter extends ParameterForm {
  readonly name: string;
  readonly in: string;
  readonly required: boolean;
  /** The bodies that require it although it is optional: `x-required-when`. */
  readonly requiredWhen: RequiredWhen | undefined;
  readonly schema: unknown;
  readonly example: unknown;
  /** Where it is declared. */
  readonly keys: Keys;
  /** The Parameter Object. */
  readonly source: JsonObject;
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
  /** The JSON body; undefined if it has no such body. */
  readonly body: Body | undefined;
}

/** OpenAPI 3.1, Parameter Object: definitions of these headers shall be ignored. */
const IGNORED_HEADERS = new Set(["accept", "authorization", "content-type"]);
const WITHOUT_BODY = new Set([204, 205, 304]);

/** Whether a response may have a body, whatever is documented: RFC 9110, 9.3.2, 15.3.5, 15.3.6 and 15.4.5. */
export function canHaveBody(method: string, status: number): boolean {
  return method !== "HEAD" && !WITHOUT_BODY.has(status);
}

/** Every operation of the document, in its own order. Throws a `DocumentError` for a reference that leads nowhere. */
export function listOperations(document: JsonObject): Operation[] {
  return listEndpoints(document).map((endpoint) => readOperation(document, endpoint));
}

function readOperation(document: JsonObject, endpoint: Endpoint): Operation {
  const { method, path, keys, operation } = endpoint;
  const id = String(operation["operationId"] ?? `${method} ${path}`);
  const request = resolveOptional(document, operation["requestBody"], [...keys, "requestBody"]);
  const body = readBody(document, request);
  const responses = Object.entries(fieldOf(operation, "responses")).filter(([status]) => /^\d{3}$/.test(status));
  return {
    id,
    method,
    path,
    summary: String(operation["summary"] ?? id),
    description: String(operation["description"] ?? ""),
    deprecated: operation["deprecated"] === true,
    parameters: readParameters(document, endpoint),
    requestBody: body && { ...body, required: request["required"] === true },
    responses: new Map(responses.map(([status]) => [Number(status), readResponse(document, endpoint, status)])),
    endpoint,
  };
}

function readResponse(document: JsonObject, { method, keys, operation }: Endpoint, status: string): DocumentedResponse {
  const place = [...keys, "responses", status];
  const response = resolveRef(document, fieldOf(operation, "responses")[status], place);
  const headers = Object.entries(fieldOf(response, "headers")).map(([name, header]) => {
    const at = [...place, "headers", name];
    return readParameter({ keys: at, parameter: { ...resolveRef(document, header, at), name, in: "header" } });
  });
  return { headers, body: canHaveBody(method, Number(status)) ? readBody(document, response) : undefined };
}

function readParameters(document: JsonObject, endpoint: Endpoint): Parameter[] {
  const declared = locateParameters(document, endpoint).map(readParameter);
  const described = new Set(declared.filter((parameter) => parameter.in === "path").map(({ name }) => name));
  // Without them, a template would be sent as it is.
  const others = [...endpoint.path.matchAll(/\{([^{}]*)\}/g)].flatMap(([, name = ""]) =>
    described.has(name)
      ? []
      : [readParameter({ keys: endpoint.keys, parameter: { name, in: "path", schema: { type: "string" } } })],
  );
  return [...declared, ...others].filter(
    ({ in: location, name }) => location !== "header" || !IGNORED_HEADERS.has(name.toLowerCase()),
  );
}

function readParameter({ keys, parameter }: DeclaredParameter): Parameter {
  const { name, in: location, required, schema, example } = parameter;
  return {
    name: String(name),
    in: String(location),
    required: location === "path" || required === true,
    requiredWhen: requiredWhenOf(parameter),
    ...readForm(parameter),
    schema,
    example,
    keys,
    source: parameter,
  };
}

/** How a parameter is written, with the defaults that OpenAPI gives. */
export function readForm(parameter: JsonObject): ParameterForm {
  const style = String(parameter["style"] ?? (/^(query|cookie)$/.test(String(parameter["in"])) ? "form" : "simple"));
  return { style, explode: (parameter["explode"] ?? style === "form") === true };
}

function readBody(document: JsonObject, holder: JsonObject): Body | undefined {
  const content = fieldOf(holder, "content");
  if (!("application/json" in content)) return undefined;
  const { schema = true, examples } = asObject(content["application/json"]);
  const named = Object.entries(asObject(examples)).flatMap(([name, item]) => {
    // An example elsewhere (`externalValue`) has no value here.
    const example = resolveRef(document, item);
    return "value" in example ? [[name, example["value"]] as const] : [];
  });
  return { schema, examples: new Map(named) };
}
