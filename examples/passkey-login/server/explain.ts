import { isGridError } from "@grid-sdk/client";

const WORDS: Readonly<Record<string, string>> = {
  UNAUTHORIZED: "That was wrong, or too late. Ask for a new one.",
  INVALID_SIGNATURE: "This session cannot approve that. Sign in with another credential and try again.",
  PASSKEY_CREDENTIAL_ALREADY_EXISTS: "This passkey is registered already.",
  REFERENCE_NOT_FOUND: "That is gone already.",
};

/** What a route responds with when it throws: a sentence for a person, and how long to wait. */
export function explain(error: unknown): { status: number; body: { message: string; retryAfterMs?: number } } {
  if (error instanceof SignedOut) return { status: 401, body: { message: "Your session has ended. Sign in again." } };
  if (!isGridError(error)) {
    console.error(error);
    return { status: 500, body: { message: "Something went wrong here. Try again." } };
  }
  if (isGridError(error, "RATE_LIMITED")) {
    const retryAfterMs = error.retryAfterMs ?? 60_000;
    const message = `A code was just sent. The next one can be sent in ${Math.ceil(retryAfterMs / 1000)} seconds.`;
    return { status: 429, body: { message, retryAfterMs } };
  }
  if (error.kind === "api" && error.status < 500) {
    return { status: error.status, body: { message: WORDS[error.code ?? ""] ?? error.serverMessage ?? error.message } };
  }
  const unsure = error.mayHaveBeenProcessed ? "It may have been done all the same: look at the lists." : "Try again.";
  return { status: 502, body: { message: `The service could not be reached. ${unsure}` } };
}

/** Whoever asks has no open session. */
export class SignedOut extends Error {}
