import { isJsonObject } from "@grid-sdk/openapi";
import type { PreparedResponse, ReceivedRequest } from "@grid-sdk/server-kit";
import { CONTROL_ROUTES, type Controlled } from "./routes.ts";

const PREFIX = "/__grid/";
const JSON_TYPE = { "content-type": "application/json" };

/**
 * The control routes, for tests in another language. They do the same as the methods of the object, with the same checks.
 * Undefined if the request is not for a control route. Calls from web pages, which send an `Origin`, are refused.
 */
export function respondToControl(controlled: Controlled, request: ReceivedRequest): PreparedResponse | undefined {
  const { method, path, headers, body, syntaxError } = request;
  if (!path.startsWith(PREFIX)) return undefined;
  if (headers["origin"] !== undefined)
    return refuse(403, "Control routes refuse calls from web pages. Remove the Origin header.");
  const name = path.slice(PREFIX.length);
  const routes = Object.hasOwn(CONTROL_ROUTES, name) ? CONTROL_ROUTES[name] : undefined;
  if (!routes) return refuse(404, `There is no such route. ${PREFIX} has: ${Object.keys(CONTROL_ROUTES).join(", ")}.`);
  const route = Object.hasOwn(routes, method) ? routes[method] : undefined;
  if (!route) return refuse(405, `${path} accepts ${Object.keys(routes).join(", ")}; got ${method}.`);
  if (syntaxError !== undefined) return refuse(400, `The body ${syntaxError}.`);
  if (body !== undefined && !isJsonObject(body)) return refuse(400, "The body must be a JSON object.");
  const unknown = Object.keys(body ?? {}).filter((field) => route.fields?.includes(field) === false);
  if (unknown.length > 0) return refuse(400, describeFields(`${method} ${path}`, unknown, route.fields));
  try {
    const sent = route.call(controlled, body ?? {});
    if (sent === undefined) return { status: 204, headers: {}, body: undefined };
    return { status: route.status ?? 200, headers: JSON_TYPE, body: sent };
  } catch (error) {
    if (error instanceof TypeError) return refuse(400, error.message);
    throw error;
  }
}

function describeFields(call: string, unknown: readonly string[], known: readonly string[] = []): string {
  return `${call} accepts ${known.length === 0 ? "no fields" : quote(known)}; got ${quote(unknown)}.`;
}

function quote(names: readonly string[]): string {
  return names.map((name) => JSON.stringify(name)).join(", ");
}

function refuse(status: number, message: string): PreparedResponse {
  return { status, headers: JSON_TYPE, body: { status, message } };
}
