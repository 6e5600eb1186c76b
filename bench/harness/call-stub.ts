import core from "@grid-sdk/core/openapi.json" with { type: "json" };

export type Outcome = "success" | "error";

export const ID = "AuthMethod:019542f5-b3e7-1d02-0000-000000000001";

const { EmailOtpCredential, CredentialNotFound } = core.components.examples;

/** The documented answers that every client gets: a plain credential, or 404. No client repeats a call for either. */
export const ANSWERS: Readonly<Record<Outcome, { readonly status: number; readonly body: string }>> = {
  success: { status: 200, body: JSON.stringify(EmailOtpCredential.value) },
  error: { status: 404, body: JSON.stringify(CredentialNotFound.value) },
};

/** Throws an `Error` for a request that is not the challenge of `ID` with Basic credentials: what is measured is one call. */
export function checkRequest(method: string | undefined, url: string, authorization: string | null | undefined): void {
  const path = decodeURIComponent(new URL(url).pathname);
  const credentials = Buffer.from(authorization?.replace(/^basic /i, "") ?? "", "base64").toString();
  if (method?.toUpperCase() !== "POST" || !path.endsWith(`/auth/credentials/${ID}/challenge`))
    throw new Error(`Expected POST /auth/credentials/${ID}/challenge, got ${method} ${path}.`);
  if (credentials !== "bench-id:bench-secret") throw new Error(`Expected Basic credentials, got ${authorization}.`);
}

/** Puts a fetch in the place of the platform's that answers at once, and is the same work for every client. */
export function installStub(outcome: Outcome): void {
  const { status, body } = ANSWERS[outcome];
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
