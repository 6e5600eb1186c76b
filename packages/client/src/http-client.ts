import type { paths } from "@grid-sdk/core";
import type { FetchResponse, ParamsOption, RequestBodyOption } from "./openapi-fetch.ts";
import type { GridCallOptions } from "./options.ts";
import type { CallInput } from "./plan-request.ts";
import type { Transport } from "./transport.ts";

const METHODS = ["GET", "PUT", "POST", "DELETE", "PATCH"] as const;

type PathsWith<Method extends string> = {
  [Path in keyof paths]: paths[Path] extends { [M in Method]: object } ? Path : never;
}[keyof paths];

type HttpMethod<Method extends string> = <Path extends PathsWith<Method>>(
  path: Path,
  ...init: HttpInit<paths[Path][Method & keyof paths[Path]]>
) => Promise<FetchResponse<paths[Path][Method & keyof paths[Path]] & {}, {}, "application/json">>;

type HttpInit<Operation> = {} extends ParamsOption<Operation> & RequestBodyOption<Operation>
  ? [init?: ParamsOption<Operation> & RequestBodyOption<Operation> & GridCallOptions]
  : [init: ParamsOption<Operation> & RequestBodyOption<Operation> & GridCallOptions];

/** Calls by method and path template, as openapi-fetch has them: `{ data, error, response }` results. */
export type GridHttpClient = { readonly [Method in (typeof METHODS)[number]]: HttpMethod<Lowercase<Method>> };

/**
 * openapi-fetch's way to call, on the transport of the methods: same credentials, checks, limits and repetitions.
 * An answer with a failure status is a result; everything else that goes wrong throws as in a method.
 */
export function createHttpClient(transport: Transport): GridHttpClient {
  const request = async (method: string, path: string, { params, ...rest }: HttpCallInput = {}) => {
    const { response, body } = await transport({ method, path, attempts: 0 }, { ...rest, ...params });
    return response.ok ? { data: body, response } : { error: body, response };
  };
  const methods = METHODS.map((method) => [method, request.bind(undefined, method)] as const);
  return Object.fromEntries(methods) as unknown as GridHttpClient;
}

interface HttpCallInput extends GridCallOptions {
  params?: Pick<CallInput, "path" | "query" | "header">;
  body?: unknown;
}
