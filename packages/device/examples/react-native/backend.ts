// Your own backend, which calls the API. An app has no page, so it needs the full URL.
const BACKEND = "https://example.com";

export async function post<Result>(path: string, body: object = {}): Promise<Result> {
  const headers = { "content-type": "application/json" };
  const response = await fetch(BACKEND + path, { method: "POST", headers, body: JSON.stringify(body) });
  if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
  return (await response.json()) as Result;
}

/** What your backend responds with if the API needs a signature. Empty if it does not. */
export interface SignatureRequest {
  payloadToSign?: string;
  requestId?: string;
}
