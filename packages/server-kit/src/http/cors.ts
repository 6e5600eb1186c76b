import type { IncomingMessage } from "node:http";

/** What lets a page of any origin call the server and read all of its responses. */
export const CORS_HEADERS = { "access-control-allow-origin": "*", "access-control-expose-headers": "*" };

/** The headers that answer a preflight; undefined for any other request. */
export function answerPreflight({ method, headers }: IncomingMessage): Record<string, string> | undefined {
  const requested = headers["access-control-request-method"];
  if (method !== "OPTIONS" || requested === undefined) return undefined;
  return {
    ...CORS_HEADERS,
    "access-control-allow-methods": requested,
    // Named and not "*", which does not cover Authorization.
    "access-control-allow-headers": headers["access-control-request-headers"] ?? "",
    "access-control-max-age": "600",
  };
}
