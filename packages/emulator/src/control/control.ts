import { isJsonObject } from "@grid-sdk/openapi";
import type { PreparedResponse, ReceivedRequest } from "@grid-sdk/server-kit";
import { CONTROL_ROUTES, type Controlled } from "./routes.ts";

const PREFIX = "/__grid/";
const JSON_TYPE = { "content-type": "application/json" };

/**
 * What tests in another language do to an emulator over HTTP: the same as the methods of the object, with the same
 * checks. Undefined for a request that is no such call. A page's call is refused: pages send their `Origin`.
 */
export function respondToControl(controlled: Controlled, request: ReceivedRequest): PreparedResponse | undefined {
  const { method, path, headers, body, syntaxError } = request;
  if (!path.startsWith(PREFIX)) return undefined;
  if (headers["origin"] !== undefined) return refuse(403, "Control routes are not for pages: send no Origin.");
  const name = path.slice(PREFIX.length);
  const routes = Object.hasOwn(CONTROL_ROUTES, name) ? CONTROL_ROUTES[name] : undefined;
  if (!routes) return refuse(404, `There are ${Object.keys(CONTROL_ROUTES).join(", ")} below ${PREFIX}.`);
  const route = Object.hasOwn(routes, method) ? routes[method] : undefined;
  if (!route) return refuse(405, `${path} takes ${Object.keys(routes).join(", ")}.`);
  if (syntaxError !== undefined) return refuse(400, `The body ${syntaxError}.`);
  if (body !== undefined && !isJsonObject(body)) return refuse(400, "The body must be a JSON object.");
  const unknown = Object.keys(body ?? {}).filter((field) => route.fields?.includes(field) === false);
  if (unknown.length > 0) return refuse(400, describeFields(`${method} ${path}`, unknown, route.fields));
  try {
    const { status, body: sent } = route.call(controlled, body ?? {});
    return { status, headers: sent === undefined ? {} : JSON_TYPE, body: sent };
  } catch (error) {
    if (error instanceof TypeError) return refuse(400, error.message);
    throw error;
  }
}

function describeFields(call: string, unknown: readonly string[], known: readonly string[] = []): string {
  return `${call} takes ${known.length === 0 ? "no fields" : quote(known)}; got ${quote(unknown)}.`;
}

function quote(names: readonly string[]): string {
  return names.map((name) => JSON.stringify(name)).join(", ");
}

function refuse(status: number, message: string): PreparedResponse {
  return { status, headers: JSON_TYPE, body: { status, message } };
}
