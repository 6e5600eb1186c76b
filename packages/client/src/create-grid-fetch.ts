import { operationTable } from "@grid-sdk/core";
import { type CallOptions, createCall, finishCall } from "./call.ts";
import { createEmit } from "./events.ts";
import type { GridClientOptions } from "./options.ts";
import { readOptions } from "./read-options.ts";
import { createTransport } from "./transport.ts";

/**
 * The transport of a client alone, as a fetch: with the credentials, checks, limits and retries of the client, for
 * openapi-fetch's `createClient`, openapi-react-query, swr-openapi and whatever else takes a fetch.
 * Reads the limits of one call from its request or init, where openapi-fetch puts what it does not know: `timeoutMs`,
 * `deadlineMs`, `maxRetries`, `maxRetryDelayMs`, `retryUnsafe`.
 *
 * A response with an error status is a response; otherwise it throws as a method does: `GridConnectionError`,
 * `GridTimeoutError`, `GridResponseError` for a redirect, `GridConfigError` for a URL that is not below `baseUrl`.
 * The whole body is read before it resolves.
 */
export function createGridFetch(
  options: Omit<GridClientOptions, "middleware"> = {},
): (input: Request | string | URL, init?: RequestInit) => Promise<Response> {
  const settings = readOptions(options);
  const emit = createEmit(options.onEvent);
  const transport = createTransport(options, settings, emit);
  return async (input, init) => {
    const request = isRequest(input) && !init ? input : new (options.Request ?? Request)(input, init);
    const limits = { ...Object(input), ...init } as CallOptions;
    const { method } = request;
    const call = createCall(method, findTemplate(method, request.url, settings.baseUrl), {
      ...limits,
      signal: undefined,
    });
    return finishCall(call, emit, () => transport(request, call, init));
  };
}

/** Also another implementation's. */
function isRequest(input: unknown): input is Request {
  return typeof input === "object" && input !== null && "headers" in input;
}

/** The template of the operation that a URL addresses, a literal one before others; else the URL's path. */
function findTemplate(method: string, url: string, baseUrl: string): string {
  const path = new URL(url).pathname.slice(new URL(baseUrl).pathname.replace(/\/$/, "").length);
  const fits = ({ path: template }: { path: string }) => {
    const [given, wanted] = [path.split("/"), template.split("/")];
    return given.length === wanted.length && wanted.every((part, at) => part.startsWith("{") || part === given[at]);
  };
  const found = Object.values(operationTable).filter((row) => row.method === method && fits(row));
  return found.find((row) => row.path === path)?.path ?? found[0]?.path ?? path;
}
