import type { Revision } from "@grid-sdk/core";
import { createCall, finishCall } from "./call.ts";
import { GridInputError } from "./errors/grid-input-error.ts";
import { copyOwn } from "./copy-own.ts";
import { fieldsOf } from "./fields-of.ts";
import { fitsTemplate } from "./fits-template.ts";
import { mergeHeaders } from "./openapi-fetch.ts";
import type { CallOptions } from "./call-options.ts";
import type { GridFetchOptions } from "./options.ts";
import { readOptions } from "./read-options.ts";
import { createRetryQuota } from "./retry.ts";
import { createTransport } from "./transport.ts";

/** A fetch that sends requests as a client does. */
export type GridTransport = (input: Request | string | URL, init?: RequestInit) => Promise<Response>;

/** Creates the transport of a client, as a fetch, without the methods and openapi-fetch. */
export function createFetch(revision: Revision, given: GridFetchOptions): GridTransport {
  const options = copyOwn(given);
  const settings = readOptions(revision, options);
  const transport = createTransport(settings, createRetryQuota(), mergeHeaders(settings.headers));
  return async (input, init) => {
    const request = isRequest(input) && !init ? input : createRequest(settings.Request ?? Request, input, init);
    // The request has the signal already. A router may have put the others on it.
    const unread = { signal: undefined, path: undefined, query: undefined, header: undefined };
    const limits = copyOwn({ ...fieldsOf(input), ...init, ...unread } as CallOptions);
    const { method } = request;
    const template = findTemplate(revision.operationTable, method, request.url, settings.baseUrl);
    const call = createCall(settings, method, template, limits);
    return finishCall(call, () => transport(request, call, { ...options.requestInitExt, ...init }));
  };
}

function createRequest(
  Implementation: typeof Request,
  input: Request | string | URL,
  init: RequestInit | undefined,
): Request {
  try {
    return new Implementation(input, init);
  } catch {
    // The platform's message shows the URL, which may contain a password.
    throw new GridInputError("the request must have an absolute URL without credentials and a valid init.");
  }
}

/** Also for a request of another implementation. */
function isRequest(input: unknown): input is Request {
  return typeof input === "object" && input !== null && "headers" in input;
}

/** The path template of the operation that a URL addresses, a literal one before others; or the path of the URL. */
function findTemplate(table: Revision["operationTable"], method: string, url: string, baseUrl: string): string {
  const path = new URL(url).pathname.slice(new URL(baseUrl).pathname.replace(/\/$/, "").length);
  const found = Object.values(table).filter((row) => row.method === method && fitsTemplate(path, row.path));
  return found.find((row) => row.path === path)?.path ?? found[0]?.path ?? path;
}
