import type { IncomingMessage } from "node:http";

/** Where a script asks whether the server is up. */
export const HEALTH_PATH = "/__grid/health";

/** Whether a request only asks whether the server is up: there, and at `/` unless the API has that path. */
export function asksForHealth({ method, url = "" }: IncomingMessage, ownsRoot: boolean): boolean {
  const [path] = url.split("?");
  return (method === "GET" || method === "HEAD") && (path === HEALTH_PATH || (ownsRoot && path === "/"));
}
