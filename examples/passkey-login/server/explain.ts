import { isGridError } from "@grid-sdk/client";

/** The API's error codes, in words for the user. */
const WORDS: Readonly<Record<string, string>> = {
  UNAUTHORIZED: "The service did not accept that signature: it came too late. Try again.",
  INVALID_SIGNATURE: "This session cannot approve that. Sign in with another credential and try again.",
  WALLET_SIGNATURE_INVALID: "This session cannot approve that. Sign in with another credential and try again.",
  PASSKEY_CREDENTIAL_ALREADY_EXISTS: "This passkey is registered already.",
  REFERENCE_NOT_FOUND: "That is gone already.",
};

/** The reasons that the page reacts to. The backend decides: not every 401 of the API means that the session has ended. */
export type Reason = "SESSION_ENDED" | "GONE";

/**
 * The response of a route that throws. The message is for the user. `isSigned`: the page sent a signature, for a change.
 * Any other 401 is about this backend's own credentials.
 */
export function explain(error: unknown, isSigned: boolean) {
  if (error instanceof Refusal) return error;
  if (!isGridError(error)) {
    console.error(error);
    return { status: 500, body: { message: "Something went wrong here. Try again." } };
  }
  if (isGridError(error, "RATE_LIMITED")) {
    const retryAfterMs = error.retryAfterMs ?? 60_000;
    const message = `A code was just sent. The next one can be sent in ${Math.ceil(retryAfterMs / 1000)} seconds.`;
    return { status: 429, body: { message, retryAfterMs } };
  }
  if (error.kind === "api" && error.status === 401 && (!isSigned || error.method === "GET")) {
    console.error(error);
    return { status: 500, body: { message: "This backend could not use the service. The cause is in its log." } };
  }
  if (error.kind === "api" && error.status < 500) {
    const message = WORDS[error.code ?? ""] ?? error.serverMessage ?? error.message;
    const reason: Reason | undefined = isGridError(error, "REFERENCE_NOT_FOUND") ? "GONE" : undefined;
    return { status: error.status, body: { message, reason } };
  }
  const isUnsure = error.mayHaveBeenProcessed && error.method !== "GET";
  const advice = isUnsure ? "The change may have been made: check the lists." : "Try again.";
  return { status: 502, body: { message: `The service could not be reached. ${advice}` } };
}

/** A request that this backend itself refuses. */
export class Refusal extends Error {
  readonly status: number;
  readonly body: { readonly message: string; readonly reason: Reason | undefined };

  constructor(status: number, message: string, reason?: Reason) {
    super(message);
    this.status = status;
    this.body = { message, reason };
  }
}
