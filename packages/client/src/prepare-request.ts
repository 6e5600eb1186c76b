import type { Call } from "./call.ts";
import { GridConfigError } from "./errors/grid-config-error.ts";
import { USER_AGENT } from "./read-options.ts";

/** All that every attempt sends: a `Request` with a body can be sent once. */
export interface RequestParts {
  readonly method: string;
  /** By lower-case name. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: ArrayBuffer | null;
  readonly redirect: "manual";
}

/** What is about to leave, whatever middleware did before, without the credentials. It follows no redirect. */
export async function readRequest(
  request: Request,
  call: Call,
  defaultHeaders: Headers | undefined,
): Promise<RequestParts> {
  const headers: Record<string, string> = { "user-agent": USER_AGENT };
  for (const given of [defaultHeaders, request.headers]) {
    // oxlint-disable-next-line unicorn/no-array-for-each -- Headers iterate more slowly
    given?.forEach((value, name) => (headers[name] = value));
  }
  if (request.bodyUsed) throw new GridConfigError("middleware has read the request: read a clone of it.", call);
  // A clone, so that the request can be given to fetch still, which refuses one that was read.
  const body = request.body ? await request.clone().arrayBuffer() : null;
  return { method: request.method, headers, body, redirect: "manual" };
}

/**
 * A request that says everything by itself, for a `fetch` that is given: many look at nothing else. Keeps what
 * openapi-fetch put on it. To an implementation that knows no other's `Request` it is its URL.
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
