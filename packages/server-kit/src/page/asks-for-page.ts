import type { IncomingMessage } from "node:http";

/** Whether a browser asks for the server's own page: `/` with `text/html` in `Accept`. A wildcard does not count. */
export function asksForPage({ method, url, headers }: Pick<IncomingMessage, "method" | "url" | "headers">): boolean {
  if (method !== "GET" && method !== "HEAD") return false;
  const [path] = (url ?? "").split("?");
  return path === "/" && (headers.accept ?? "").split(",").some((range) => isHtml(range));
}

/** RFC 9110, section 12.5.1: a weight of 0 means that it is not wanted. */
function isHtml(range: string): boolean {
  const [type = "", ...parameters] = range.split(";").map((part) => part.trim().toLowerCase());
  return type === "text/html" && !parameters.some((parameter) => /^q=0(\.0*)?$/.test(parameter));
}
