import type { IncomingMessage } from "node:http";

/** The path of the health check. */
export const HEALTH_PATH = "/__grid/health";

/** Whether a request is a health check: at `HEALTH_PATH`, and at `/` unless the API has that path. */
export function asksForHealth({ method, url = "" }: IncomingMessage, ownsRoot: boolean): boolean {
  const [path] = url.split("?");
  return (method === "GET" || method === "HEAD") && (path === HEALTH_PATH || (ownsRoot && path === "/"));
}
