import type { IncomingMessage } from "node:http";
import { text } from "node:stream/consumers";
import type { CheckedRequest } from "@grid-sdk/contract";

/** A request as the server received it; its path with the base path, and without the query. */
export interface ReceivedRequest extends CheckedRequest {
  readonly method: string;
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
