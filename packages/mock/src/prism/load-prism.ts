import type { JsonObject, Operation } from "@grid-sdk/openapi";
import type { PreparedResponse, ReceivedRequest, ResponseChoice } from "@grid-sdk/server-kit";
import type { IHttpMockConfig, IHttpRequest } from "@stoplight/prism-http";
import { createInstance, getHttpOperationsFromSpec } from "./prism-engine.ts";
import { silentLogger } from "./silent-logger.ts";
import { toPrismAuthorization } from "./prism-authorization.ts";

/** Prism's response, and whether it refused the credentials. */
export interface PrismResponse {
  readonly response: PreparedResponse;
  readonly isUnauthorized: boolean;
}

export type AskPrism = (
  operation: Operation,
  request: ReceivedRequest,
  /** Without a seed of random values, values that the document has no example for are the plainest ones. */
  choice: ResponseChoice & { readonly seed?: string },
) => Promise<PrismResponse>;

// @grid-sdk/contract validates requests and responses. Prism checks only the credentials.
const CONFIG = {
  checkSecurity: true,
  validateRequest: false,
  validateResponse: false,
  errors: true,
  isProxy: false,
  upstreamProxy: undefined,
} as const;

/** Loads a document into Prism's engine, which checks credentials and makes responses. */
export async function loadPrism(document: JsonObject): Promise<AskPrism> {
  const dialect = { jsonSchemaDialect: "https://json-schema.org/draft/2020-12/schema" };
  // A copy: Prism replaces references in place.
  const resources = await getHttpOperationsFromSpec(JSON.parse(JSON.stringify({ ...dialect, ...document })));
  const find = ({ method, path }: Operation) =>
    resources.find((resource) => resource.method.toUpperCase() === method && resource.path === path);

  return async (operation, request, { seed, ...choice }) => {
    const resource = find(operation);
    if (!resource) throw new Error(`Prism does not know ${operation.method} ${operation.path}.`);
    const generation = { dynamic: seed !== undefined, ...(seed !== undefined && { seed, ignoreExamples: true }) };
    const config: IHttpMockConfig & typeof CONFIG = { ...CONFIG, mock: { ...generation, ...choice } };
    // Prism's mocker and its check of credentials. The operation is known already.
    const prism = createInstance(config, {
      route: () => ({ _tag: "Right", right: resource }),
      logger: silentLogger(),
    });
    const result = await prism.request(toPrismRequest(operation, request), [resource], config)();
    if (result._tag === "Left") return describeProblem(result.left);
    const { output, validations } = result.right;
    const headers = Object.entries(output.headers ?? {}).map(([name, value]) => [name.toLowerCase(), String(value)]);
    return {
      response: { status: output.statusCode, headers: Object.fromEntries(headers), body: output.body },
      isUnauthorized: validations.input.length > 0,
    };
  };
}

/** Path and body were checked already. Prism needs only the headers. */
function toPrismRequest({ method, path }: Operation, { headers }: ReceivedRequest): IHttpRequest {
  // Each response is JSON, whatever else the client accepts.
  const { authorization, "content-type": _type, accept: _accept, ...others } = headers;
  return {
    method: method.toLowerCase() as IHttpRequest["method"],
    url: { path, query: {} },
    headers: {
      ...others,
      ...(authorization !== undefined && { authorization: toPrismAuthorization(authorization) }),
    },
  };
}

/** Prism's error as a response. */
function describeProblem(error: Error & { status?: number; detail?: string }): PrismResponse {
  const { name, message: title, status = 500, detail = title } = error;
  const body = { type: name, title, status, detail };
  return {
    response: { status, headers: { "content-type": "application/problem+json" }, body },
    isUnauthorized: status === 401,
  };
}
