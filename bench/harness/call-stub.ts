import core from "@grid-sdk/core/openapi.json" with { type: "json" };

export type Outcome = "success" | "error";

export const ID = "AuthMethod:019542f5-b3e7-1d02-0000-000000000001";

const { EmailOtpCredential, CredentialNotFound } = core.components.examples;

/** The documented responses that every client gets: a plain credential, or 404. No client retries after either. */
export const RESPONSES: Readonly<Record<Outcome, { readonly status: number; readonly body: string }>> = {
  success: { status: 200, body: JSON.stringify(EmailOtpCredential.value) },
  error: { status: 404, body: JSON.stringify(CredentialNotFound.value) },
};

/** Throws an `Error` for a request that is not the challenge of `ID` with Basic credentials: the bench measures one call. */
export function checkRequest(method: string | undefined, url: string, authorization: string | null | undefined): void {
  const path = decodeURIComponent(new URL(url).pathname);
  const credentials = Buffer.from(authorization?.replace(/^basic /i, "") ?? "", "base64").toString();
  if (method?.toUpperCase() !== "POST" || !path.endsWith(`/auth/credentials/${ID}/challenge`))
    throw new Error(`Expected POST /auth/credentials/${ID}/challenge, got ${method} ${path}.`);
  if (credentials !== "bench-id:bench-secret") throw new Error(`Expected Basic credentials, got ${authorization}.`);
}

/** Replaces the platform's fetch by one that responds at once. It is the same work for every client. */
export function installStub(outcome: Outcome): void {
  const { status, body } = RESPONSES[outcome];
  const headers = { "content-type": "application/json", "content-length": String(Buffer.byteLength(body)) };
  let isChecked = false;
  globalThis.fetch = async (input, init) => {
    if (!isChecked) {
      const { method, url, headers: sent } = new Request(input, init);
      checkRequest(method, url, sent.get("authorization"));
      isChecked = true;
    }
    return new Response(body, { status, headers });
  };
}
