import type { QueryParameterStyle } from "@grid-sdk/core";
import { type CallOptions, type Call, createCall, finishCall } from "./call.ts";
import { checkDestination } from "./check-destination.ts";
import { checkStrings } from "./check-parameters.ts";
import { checkPath } from "./check-path.ts";
import { copyOwn } from "./copy-own.ts";
import { GridInputError } from "./errors/grid-input-error.ts";
import { GridResponseError } from "./errors/grid-response-error.ts";
import { type Client, type ClientOptions, createClient, defaultBodySerializer } from "./openapi-fetch.ts";
import type { GridClientOptions } from "./options.ts";
import { pickLibraryOptions } from "./pick-library-options.ts";
import { type HeaderRecord, readHeaders } from "./read-headers.ts";
import { readField } from "./fields-of.ts";
import type { Settings } from "./read-options.ts";
import { READ_ALREADY } from "./read-response.ts";
import { serializeQuery } from "./serialize-query.ts";
import type { Transport } from "./transport.ts";

/** Any call's init, as openapi-fetch takes it. */
export interface HttpInit extends CallOptions {
  params?: { path?: object | undefined; query?: object | undefined; header?: object | undefined } | undefined;
  body?: unknown;
  bodySerializer?: ClientOptions["bodySerializer"] | undefined;
  pathSerializer?: ClientOptions["pathSerializer"] | undefined;
  querySerializer?: ClientOptions["querySerializer"] | undefined;
}

type QuerySerializer = ClientOptions["querySerializer"] | undefined;

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

/** openapi-fetch's own client, with the middleware and the headers of all calls. */
export function createLibraryClient(options: GridClientOptions, { baseUrl, headers }: Settings): Client<object> {
  const http = createClient<object>({ ...pickLibraryOptions(options), baseUrl, headers } as ClientOptions);
  // The first one sees a response last.
  http.use({ onResponse: refuseConsumed }, ...(options.middleware ?? []));
  return http;
}

/**
 * openapi-fetch's own client on the client's transport; `send` is what the operation methods call through.
 *
 * @param headers of all calls, over those of the library's client
 */
export function createHttpClient(
  library: Client<object>,
  settings: Settings,
  transport: Transport,
  headers: HeaderRecord,
): { readonly http: Client<object>; readonly send: SendCall } {
  const { baseUrl } = settings;
  const request = library.request as (method: string, path: string, init: object) => Promise<HttpResult>;
  const send: SendCall = async (call, init, styles = {}) => {
    const pathSerializer = init.pathSerializer ?? settings.pathSerializer;
    return request(call.method, call.path, {
      // Named, since the library reads an inherited one as well.
      baseUrl: undefined,
      ...pickLibraryOptions(init),
      middleware: init.middleware ?? [],
      // openapi-fetch puts it on the request, where middleware finds the call that events tell of.
      callId: call.id,
      headers: { ...headers, ...readHeaders(init.headers, call) },
      ...(init.params?.header && { params: { ...init.params, header: readHeaders(init.params.header, call) } }),
      querySerializer: chooseQuerySerializer(settings.querySerializer, init.querySerializer, styles, call),
      bodySerializer: (body: unknown, sent: never) =>
        serializeBody(init.bodySerializer ?? settings.bodySerializer ?? defaultBodySerializer, body, sent, call),
      ...(pathSerializer && {
        pathSerializer: (template: string, values: Record<string, unknown>) => {
          const url = pathSerializer(template, values);
          checkDestination(url, baseUrl, call, call.path);
          return url;
        },
      }),
      fetch: Object.assign((sent: Request, extension?: object) => transport(sent, call, extension), { of: call }),
    });
  };

  const callByPath = (method: string, template: string, given?: HttpInit | null) => {
    const [verb, path, init] = [String(method).toUpperCase(), String(template), copyOwn(given ?? {})];
    const call = createCall(settings, verb, path, init);
    return finishCall(call, async () => {
      // Else it would be part of the host, or of a query.
      if (!path.startsWith("/")) throw new GridInputError('a path begins with "/".', call);
      const params = { ...init.params, path: { ...init.params?.path }, query: { ...init.params?.query } };
      checkPath(params.path, call, true);
      if (call.row) checkStrings(params, call.row, call);
      return send(call, { ...init, params });
    });
  };
  const names = Object.keys(library).filter((name) => name === name.toUpperCase());
  const methods = names.map((name) => [name, (path: string, init?: HttpInit) => callByPath(name, path, init)]);
  const http = { ...library, ...Object.fromEntries(methods), request: callByPath } as Client<object>;
  return { http, send };
}

/** Throws a `GridResponseError` where middleware has read a response and left none to read. */
function refuseConsumed({ response, options }: { response: Response; options: { readonly fetch: object } }): undefined {
  if (response.bodyUsed) throw new GridResponseError(response, READ_ALREADY, (options.fetch as { of: Call }).of);
}

/** A function of the call's or the client's, else our own with the options of both. */
function chooseQuerySerializer(
  client: QuerySerializer,
  own: QuerySerializer,
  styles: Readonly<Record<string, QueryParameterStyle>>,
  call: Call,
): unknown {
  const given = own ?? client;
  if (typeof given === "function") return given;
  return serializeQuery(styles, call, { ...(typeof client === "object" ? client : {}), ...given });
}

function serializeBody(serialize: (...args: never[]) => unknown, body: unknown, headers: never, call: Call): unknown {
  try {
    return serialize(body as never, headers);
  } catch (error) {
    throw new GridInputError(`the body cannot be sent as JSON: ${String(readField(error, "message"))}`, call);
  }
}
