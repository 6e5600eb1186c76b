import { AsyncLocalStorage } from "node:async_hooks";
import { mask } from "./mask.ts";

/** One exchange of this backend with the API, as the page shows it. */
export interface Exchange {
  readonly call: string;
  readonly sent: unknown;
  /** The status of the response, or `no response`. */
  readonly outcome: string;
  readonly got: unknown;
}

/** The exchanges with the API during a request of the page. */
export const exchanges = new AsyncLocalStorage<Exchange[]>();

/** The headers to show. `Authorization` is not one of them. */
const SHOWN_HEADERS = new Set(["grid-wallet-signature", "request-id"]);

/** A `fetch` that keeps a record without secrets. */
export async function fetchOnRecord(input: string | URL | Request, init?: RequestInit): Promise<Response> {
  // A `Request` reads a body of any kind: the client sends bytes.
  const request = new Request(input, init);
  const headers = [...request.headers].filter(([name]) => SHOWN_HEADERS.has(name));
  const body = await readBody(request.clone());
  const { pathname, search } = new URL(request.url);
  const record = (outcome: string, got?: unknown) =>
    exchanges.getStore()?.push({
      call: `${request.method} ${decodeURIComponent(pathname + search)}`,
      // A request without a body shows no body, not an empty one.
      sent: headers.length > 0 || body ? mask({ ...Object.fromEntries(headers), ...body }) : undefined,
      outcome,
      got: mask(got),
    });
  try {
    const response = await fetch(request);
    record(String(response.status), await readBody(response.clone()));
    return response;
  } catch (error) {
    record("no response");
    throw error;
  }
}

/** Shows only JSON with named values: in other text, there are no names to decide what to mask. */
async function readBody(from: Request | Response): Promise<object | undefined> {
  const text = await from.text();
  if (text === "") return undefined;
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === "object" && value !== null) return value;
  } catch {
    // Not JSON.
  }
  return { body: "not shown" };
}
