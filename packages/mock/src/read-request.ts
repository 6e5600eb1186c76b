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
  /** What is wrong with a body that is no JSON. */
  readonly syntaxError?: string;
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
    ...parseBody(await text(message)),
  };
}

function parseBody(body: string): Pick<ReceivedRequest, "body" | "syntaxError"> {
  if (body === "") return { body: undefined };
  try {
    return { body: JSON.parse(body) };
  } catch (error) {
    // The engine's own message quotes the body, which may hold a secret.
    const at = /position \d+/.exec(String(error))?.[0];
    return { body, syntaxError: at ? `is not valid JSON at ${at}` : "is not valid JSON" };
  }
}
