import type { QueryParameterStyle } from "@grid-sdk/core";
import { type Call, createCall, finishCall } from "./call.ts";
import { checkDestination } from "./check-destination.ts";
import { checkParameters } from "./check-parameters.ts";
import { copyOwn } from "./copy-own.ts";
import { GridInputError } from "./errors/grid-input-error.ts";
import { readField } from "./fields-of.ts";
import {
  type Client,
  type ClientOptions,
  createClient,
  defaultBodySerializer,
  type Middleware,
} from "./openapi-fetch.ts";
import type { CallOptions } from "./call-options.ts";
import type { GridClientOptions } from "./options.ts";
import { pickLibraryOptions } from "./pick-library-options.ts";
import { type HeaderRecord, readHeaders } from "./read-headers.ts";
import type { Settings } from "./read-options.ts";
import { refuseRead } from "./read-response.ts";
import { serializeQuery } from "./serialize-query.ts";
import type { Transport } from "./transport.ts";

type Serializers = Pick<ClientOptions, "bodySerializer" | "pathSerializer" | "querySerializer">;

/** The init of any call, as openapi-fetch accepts it. */
export interface HttpInit extends CallOptions, Serializers {
  params?: { path?: object | undefined; query?: object | undefined; header?: object | undefined } | undefined;
  body?: unknown;
}

export interface HttpResult {
  readonly data?: unknown;
  readonly error?: unknown;
  readonly response: Response;
}

/** Makes a call through openapi-fetch. */
export type SendCall = (
  call: Call,
  init: HttpInit,
  styles?: Readonly<Record<string, QueryParameterStyle>>,
) => Promise<HttpResult>;

/** Creates openapi-fetch's own client, with the middleware and the headers of all calls. */
export function createLibraryClient(options: GridClientOptions, { baseUrl, headers }: Settings): Client<object> {
  const library = createClient<object>({ ...pickLibraryOptions(options), baseUrl, headers } as ClientOptions);
  // The first middleware is the last to see a response. Without any, a call is cheaper.
  const use = (...given: Middleware[]) => library.use({ onResponse: refuseConsumed }, ...given);
  const middleware = [...(options.middleware ?? [])];
  if (middleware.length > 0) use(...middleware);
  return { ...library, use };
}

/** Throws a `GridResponseError` if middleware has read the response, so that nothing is left to read. */
function refuseConsumed({ response, options }: { response: Response; options: { readonly fetch: object } }): undefined {
  if (response.bodyUsed) throw refuseRead(response, (options.fetch as { call: Call }).call);
}

/**
 * Creates openapi-fetch's own client on the client's transport. `send` is what the operation methods call through.
 *
 * @param headers sent with all calls, in addition to those of the library's client
 */
export function createHttpClient(
  library: Client<object>,
  settings: Settings,
  transport: Transport,
  headers: HeaderRecord,
): { readonly http: Client<object>; readonly send: SendCall } {
  const request = library.request as (method: string, path: string, init: object) => Promise<HttpResult>;
  const send: SendCall = (call, init, styles = {}) => {
    const middleware = [...(init.middleware ?? [])];
    return request(call.method, call.path, {
      // Named here, since the library also reads an inherited one.
      baseUrl: undefined,
      ...pickLibraryOptions(init),
      middleware: middleware.length > 0 ? [{ onResponse: refuseConsumed }, ...middleware] : [],
      // openapi-fetch puts it on the request, so that middleware can find the call that events report.
      callId: call.id,
      headers: { ...headers, ...readHeaders(init.headers, call) },
      ...(init.params?.header && { params: { ...init.params, header: readHeaders(init.params.header, call) } }),
      ...wrapSerializers(init, styles, settings, call),
      fetch: Object.assign((sent: Request, extension?: object) => transport(sent, call, extension), { call }),
    });
  };

  const callByPath = (method: string, template: string, given?: HttpInit | null) => {
    const [verb, path, init] = [String(method).toUpperCase(), String(template), copyOwn(given ?? {})];
    const call = createCall(settings, verb, path, init);
    return finishCall(call, async () => {
      // Without the slash it would become part of the host or of a query.
      if (!path.startsWith("/")) throw new GridInputError('a path must begin with "/".', call);
      // header is named, since it would also be read from a polluted prototype.
      const { path: values, query } = init.params ?? {};
      const params = { header: undefined, ...init.params, path: { ...values }, query: { ...query } };
      checkParameters(params, call, true);
      return send(call, Object.assign(init, { params }));
    });
  };
  const names = Object.keys(library).filter((name) => name === name.toUpperCase());
  const methods = names.map((name) => [name, (path: string, init?: HttpInit) => callByPath(name, path, init)]);
  const http = { ...library, ...Object.fromEntries(methods), request: callByPath } as Client<object>;
  return { http, send };
}

/** The serializers of a call, or else of the client, with the checks of what they write. */
function wrapSerializers(
  init: HttpInit,
  styles: Readonly<Record<string, QueryParameterStyle>>,
  settings: Settings,
  call: Call,
): Record<keyof Serializers, unknown> {
  const { querySerializer: ofClient } = settings;
  const query = init.querySerializer ?? ofClient;
  const writePath = init.pathSerializer ?? settings.pathSerializer;
  const writeBody: (body: never, headers: never) => unknown =
    init.bodySerializer ?? settings.bodySerializer ?? defaultBodySerializer;
  return {
    querySerializer:
      typeof query === "function"
        ? query
        : serializeQuery(styles, call, { ...(typeof ofClient === "object" && ofClient), ...query }),
    pathSerializer:
      writePath &&
      ((template: string, values: Record<string, unknown>) => {
        const url = writePath(template, values);
        checkDestination(url, settings.baseUrl, call, call.path);
        return url;
      }),
    bodySerializer: (body: never, sent: never) => {
      try {
        return writeBody(body, sent);
      } catch (error) {
        throw new GridInputError(`the body cannot be sent as JSON: ${String(readField(error, "message"))}`, call);
      }
    },
  };
}
