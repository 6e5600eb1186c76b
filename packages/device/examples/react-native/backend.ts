// Your own backend, which calls the API. A phone has no page that would say where it is.
const BACKEND = "https://example.com";

export async function post<Result>(path: string, body: object = {}): Promise<Result> {
  const headers = { "content-type": "application/json" };
  const response = await fetch(BACKEND + path, { method: "POST", headers, body: JSON.stringify(body) });
  if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
  return (await response.json()) as Result;
}

/** What your backend responds with where the API asks for a signature; empty if it needs none. */
export interface SignatureRequest {
  payloadToSign?: string;
  requestId?: string;
}
