import type { Call, PlannedRequest } from "./call.ts";
import { checkHeaders, checkRequestOptions, fillInPath } from "./check-input.ts";
import { GridConfigError } from "./errors/grid-config-error.ts";
import { createFinalURL } from "./openapi-fetch.ts";
import type { GridCallOptions } from "./options.ts";
import type { Settings } from "./read-options.ts";

/** Any operation's input; the methods' types say what each really takes. */
export interface CallInput extends GridCallOptions {
  path?: Record<string, unknown>;
  query?: Record<string, unknown>;
  header?: Record<string, string>;
  body?: unknown;
}

/** Throws a `GridConfigError` for input that cannot be sent as it is meant. */
export function planRequest({ baseUrl, headers: own }: Settings, call: Call, input: CallInput): PlannedRequest {
  const { path = {}, query = {}, header, body, headers, ...options } = input;
  checkRequestOptions(input, call);
  checkHeaders(header, call);
  const url = createFinalURL(call.path, {
    baseUrl,
    params: { path, query },
    pathSerializer: (template, values) => fillInPath(template, values, call),
    querySerializer: serializeQuery,
  });
  const json = serializeBody(body, call);
  const type = json === undefined ? undefined : { "content-type": "application/json" };
  return { ...options, url, method: call.method, headers: mergeHeaders(type, own, headers, header), body: json };
}

/** The last one that gives a header a value wins, however its name is written. */
function mergeHeaders(...parts: (object | undefined)[]): Record<string, string> {
  const merged: Record<string, string> = {};
  for (const part of parts) {
    for (const [name, value] of Object.entries(part ?? {})) if (value != null) merged[name.toLowerCase()] = value;
  }
  return merged;
}

/** OpenAPI's default for a query, `style: form` exploded: `name=value`, once for each value of an array. */
function serializeQuery(query: Record<string, unknown>): string {
  const entries = Object.entries(query);
  // Most operations have none, and a URLSearchParams made for nothing shows in the time of a call.
  if (entries.length === 0) return "";
  const search = new URLSearchParams();
  for (const [name, value] of entries) {
    for (const item of [value].flat()) if (item != null) search.append(name, String(item));
  }
  return String(search);
}

function serializeBody(body: unknown, call: Call): string | undefined {
  try {
    return JSON.stringify(body);
  } catch (error) {
    throw new GridConfigError(`the body cannot be sent as JSON: ${String(error)}`, call);
  }
}
