import type { IncomingMessage } from "node:http";

/** Lets pages of any origin call the server and read its responses. */
export const CORS_HEADERS = { "access-control-allow-origin": "*", "access-control-expose-headers": "*" };

/** The response headers for a preflight; undefined for any other request. */
export function respondToPreflight({ method, headers }: IncomingMessage): Record<string, string> | undefined {
  const requested = headers["access-control-request-method"];
  if (method !== "OPTIONS" || requested === undefined) return undefined;
  return {
    ...CORS_HEADERS,
    "access-control-allow-methods": requested,
    // Listed by name: "*" does not include Authorization.
    "access-control-allow-headers": headers["access-control-request-headers"] ?? "",
    "access-control-max-age": "600",
  };
}
