import type { Revision } from "@grid-sdk/core";
import { type CallOptions, createCall, findOperationId, finishCall } from "./call.ts";
import { createEmit } from "./events.ts";
import type { GridClientOptions } from "./options.ts";
import { readOptions } from "./read-options.ts";
import { createTransport } from "./transport.ts";

type FetchOptions = Omit<GridClientOptions, "middleware">;

/** What sends a request as a client does. */
export type GridTransport = (input: Request | string | URL, init?: RequestInit) => Promise<Response>;

/** The transport of a client of a revision alone, as a fetch. */
export function createFetch(revision: Revision, options: FetchOptions): GridTransport {
  const settings = readOptions(revision, options);
  const emit = createEmit(options.onEvent);
  const transport = createTransport(options, settings, emit);
  return async (input, init) => {
    const request = isRequest(input) && !init ? input : new (options.Request ?? Request)(input, init);
    const limits = { ...Object(input), ...init } as CallOptions;
    const { method } = request;
    const template = findTemplate(revision.operationTable, method, request.url, settings.baseUrl);
    const id = findOperationId(revision, method, template);
    const call = createCall(method, template, { ...limits, signal: undefined }, id);
    return finishCall(call, emit, () => transport(request, call, init));
  };
}

/** Also another implementation's. */
function isRequest(input: unknown): input is Request {
  return typeof input === "object" && input !== null && "headers" in input;
}

/** The template of the operation that a URL addresses, a literal one before others; else the URL's path. */
function findTemplate(table: Revision["operationTable"], method: string, url: string, baseUrl: string): string {
  const path = new URL(url).pathname.slice(new URL(baseUrl).pathname.replace(/\/$/, "").length);
  const fits = ({ path: template }: { path: string }) => {
    const [given, wanted] = [path.split("/"), template.split("/")];
    return given.length === wanted.length && wanted.every((part, at) => part.startsWith("{") || part === given[at]);
  };
  const found = Object.values(table).filter((row) => row.method === method && fits(row));
  return found.find((row) => row.path === path)?.path ?? found[0]?.path ?? path;
}
