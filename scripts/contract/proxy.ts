import type { Violation } from "@grid-sdk/contract";
import type { JsonObject } from "@grid-sdk/openapi";
import { createLogger } from "@stoplight/prism-core";
import { createInstance, getHttpOperationsFromSpec } from "@stoplight/prism-http";
import type { IHttpProxyConfig, IHttpRequest } from "@stoplight/prism-http";
import type { ContractRequest } from "./plan-requests.ts";

/** The response of the live server, and Prism's violations. */
export interface ProxiedResponse {
  readonly status: number;
  /** By lower-case name. */
  readonly headers: Readonly<Record<string, string>>;
  /** The parsed JSON, or the text if it is not JSON; undefined without a body. */
  readonly body: unknown;
  readonly violations: readonly Violation[];
}

/** There was no response, or it cannot be read. */
export interface ProxyFailure {
  readonly violations: readonly [Violation];
}

export type Forward = (request: ContractRequest, authorization: string) => Promise<ProxiedResponse | ProxyFailure>;

/** Prism as a proxy in front of a live server, in this process. */
export async function createProxy(document: JsonObject, upstream: URL): Promise<Forward> {
  const config = {
    isProxy: true,
    upstream,
    upstreamProxy: undefined,
    // The requests are those of the fragment. Prism's check of Basic would stop a secret that contains a colon.
    checkSecurity: false,
    validateRequest: false,
    validateResponse: true,
    errors: false,
    mock: { dynamic: false },
  } satisfies IHttpProxyConfig & { upstreamProxy: undefined };
  const operations = await getHttpOperationsFromSpec(structuredClone(document));
  const prism = createInstance(config, {
    logger: createLogger("contract:check", { level: "silent" }),
    // Prism would replace a 501 of the server by a mocked response.
    mock: () => () => ({ _tag: "Left", left: new NotImplemented() }),
  });
  return async (request, authorization) => {
    const result = await prism.request(toPrismRequest(request, authorization), operations, config)();
    if (result._tag === "Left") return { violations: [describeFailure(result.left)] };
    const { output, validations } = result.right;
    const headers = output.headers ?? {};
    // Prism reads a missing body as an empty text. In JSON, an empty text is a body.
    const isNone = output.body === "" && !/json/i.test(headers["content-type"] ?? "");
    return {
      status: output.statusCode,
      headers,
      body: isNone ? undefined : output.body,
      violations: validations.output.map(describeDiagnostic),
    };
  };
}

class NotImplemented extends Error {}

function toPrismRequest(
  { operation, path, query, headers, body }: ContractRequest,
  authorization: string,
): IHttpRequest {
  return {
    method: operation.method.toLowerCase() as IHttpRequest["method"],
    url: { path, query: { ...query } },
    headers: {
      ...headers,
      accept: "application/json",
      "accept-encoding": "gzip",
      authorization,
      ...(body !== undefined && { "content-type": "application/json" }),
    },
    body: body ?? null,
  };
}

function describeFailure(error: Error): Violation {
  if (error instanceof NotImplemented) return { where: "status", message: "501 is not documented" };
  if ("type" in error && error.type === "invalid-json") return { where: "body", message: "is not valid JSON" };
  return { where: "response", message: `none: ${error.message}` };
}

interface Diagnostic {
  readonly path?: readonly (string | number)[];
  readonly message: string;
}

function describeDiagnostic({ path = [], message }: Diagnostic): Violation {
  const found = message.replace(/^Response (?:body|header) (?:(?:property|parameter) \S+ )?/, "");
  const missing = path[0] === "header" ? /required property '(.+)'/.exec(message)?.[1] : undefined;
  if (missing !== undefined) return { where: `header/${missing}`, message: "is required" };
  if (path.length > 0) return { where: path.join("/"), message: found };
  return { where: message.includes("media type") ? "header/content-type" : "status", message: found };
}
