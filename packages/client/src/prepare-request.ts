import type { Call } from "./call.ts";
import { GridConfigError } from "./errors/grid-config-error.ts";
import { USER_AGENT } from "./read-options.ts";

/** What every attempt sends. It is kept, since a `Request` with a body can be sent only once. */
export interface RequestParts {
  readonly method: string;
  /** By lower-case name. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: ArrayBuffer | null;
  readonly redirect: "manual";
}

/** Reads what middleware made of a request, without the credentials. It follows no redirect. */
export async function readRequest(request: Request, call: Call, defaultHeaders?: Headers): Promise<RequestParts> {
  const headers: Record<string, string> = { "user-agent": USER_AGENT };
  for (const given of [defaultHeaders, request.headers]) {
    // oxlint-disable-next-line unicorn/no-array-for-each -- Headers iterate more slowly
    given?.forEach((value, name) => (headers[name] = value));
  }
  if (request.bodyUsed) throw new GridConfigError("middleware has read the request: read a clone of it.", call);
  // A clone, because fetch refuses a request whose body was read.
  const body = request.body ? await request.clone().arrayBuffer() : null;
  return { method: request.method, headers, body, redirect: "manual" };
}

/**
 * A complete request for a given `fetch`, since many read nothing else. It keeps the properties that openapi-fetch put
 * on it. `toString` is the URL, for a `fetch` that does not know the `Request` of another library.
 */
export function completeRequest(
  request: Request,
  init: RequestInit,
  Implementation: typeof Request = Request,
): Request {
  const isKnown: boolean = request instanceof Implementation;
  const complete = new Implementation(isKnown ? request : request.url, init);
  return Object.assign(complete, { ...request, toString: () => request.url });
}
