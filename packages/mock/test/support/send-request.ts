import type { GridMock } from "../../src/index.ts";

export const authorization = `Basic ${btoa("token-id:token-secret")}`;

interface SentRequest {
  readonly headers?: Record<string, string>;
  /** A string goes as it is, anything else as JSON. */
  readonly body?: unknown;
}

/** Sends `POST /path` with credentials, and reads the response. */
export async function sendRequest(mock: Pick<GridMock, "url">, target: string, { headers, body }: SentRequest = {}) {
  const [method = "", path = ""] = target.split(" ");
  const response = await fetch(mock.url + path, {
    method,
    headers: { authorization, ...(body !== undefined && { "content-type": "application/json" }), ...headers },
    ...(body !== undefined && { body: typeof body === "string" ? body : JSON.stringify(body) }),
  });
  const text = await response.text();
  return { status: response.status, headers: response.headers, body: text ? JSON.parse(text) : undefined };
}
