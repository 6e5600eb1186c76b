import type { IncomingMessage } from "node:http";
import { text } from "node:stream/consumers";

/** A request as the server received it. */
export interface ReceivedRequest {
  readonly method: string;
  /** Exactly as it was sent: with the base path, percent-encoded, without the query. */
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  /** By lower-case name. */
  readonly headers: Readonly<Record<string, string>>;
  /** The parsed JSON; the text if it is no JSON; undefined if there was none. */
  readonly body: unknown;
}

export async function readRequest(message: IncomingMessage): Promise<ReceivedRequest> {
  const target = message.url ?? "/";
  const queryAt = target.indexOf("?");
  const search = queryAt < 0 ? "" : target.slice(queryAt);
  return {
    method: message.method ?? "GET",
    path: queryAt < 0 ? target : target.slice(0, queryAt),
    query: Object.fromEntries(new URLSearchParams(search)),
    headers: Object.fromEntries(Object.entries(message.headers).map(([name, value]) => [name, String(value)])),
    body: parseBody(await text(message)),
  };
}

function parseBody(body: string): unknown {
  if (body === "") return undefined;
  try {
    return JSON.parse(body);
  } catch {
    return body;
  }
}
