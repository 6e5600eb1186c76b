import type { Reason } from "../server/explain.ts";
import { showRequest } from "./wire.ts";

/** A request of this page that failed. The message is for a person. */
export class RequestError extends Error {
  override readonly name = "RequestError";
  /** The backend's reason, if the page has to react to it. */
  readonly reason: Reason | undefined;

  constructor(message: string, reason?: Reason) {
    super(message);
    this.reason = reason;
  }
}

/** A request to this page's own backend. Throws a `RequestError`. */
export async function post<Result>(route: string, body: object = {}): Promise<Result> {
  const lost = () => {
    showRequest(route, "no response", []);
    throw new RequestError("No response came. The change may have been made: check before you try again.");
  };
  const { status, isOk, json } = await send(route, body).catch(lost);
  const { wire, message, reason, ...result } = json;
  showRequest(route, String(status), wire);
  if (!isOk) throw new RequestError(message, reason);
  return result as Result;
}

/** Reads the current state. It changes nothing and is not shown in the list of requests. Throws a `RequestError`. */
export async function load<Result>(route: string): Promise<Result> {
  const { isOk, json } = await send(route, {}).catch(() => {
    throw new RequestError("This page's backend does not respond.");
  });
  if (!isOk) throw new RequestError(json.message);
  return json as Result;
}

/** Rejects if there is no response, or if the response is not the backend's JSON. */
async function send(route: string, body: object) {
  const headers = { "content-type": "application/json" };
  const response = await fetch(`/api/${route}`, { method: "POST", headers, body: JSON.stringify(body) });
  return { status: response.status, isOk: response.ok, json: await response.json() };
}
