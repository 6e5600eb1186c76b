import { showRequest } from "./wire.ts";

/** A request to this page's own backend. Throws an `Error` whose message is for a person, with the `status`. */
export async function post<Result>(route: string, body: object = {}, isShown = true): Promise<Result> {
  const headers = { "content-type": "application/json" };
  const response = await fetch(`/api/${route}`, { method: "POST", headers, body: JSON.stringify(body) }).catch(() => {
    throw new Error("No answer came. It may have been done all the same: load the page again, and look.");
  });
  const { wire, message, ...result } = await response.json();
  if (isShown) showRequest(route, response.status, wire);
  if (!response.ok) throw Object.assign(new Error(message), { status: response.status });
  return result as Result;
}
