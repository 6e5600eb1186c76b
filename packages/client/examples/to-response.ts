import { isGridError } from "@grid-sdk/client";

interface ErrorResponse {
  readonly status: number;
  readonly body: { readonly message: string; readonly retryAfterMs?: number };
}

// What your routes respond with when a call fails. `isSigned`: the call carried a signature of the user's.
export function toResponse(error: unknown, { isSigned = false } = {}): ErrorResponse {
  if (isGridError(error, { kind: "input" })) return respond(400, "this request is not valid");
  if (isGridError(error, { kind: "api" })) {
    const { status, code, operationId, retryAfterMs = 60_000 } = error;
    if (status === 429) return { status, body: { message: "too many requests", retryAfterMs } };
    // The user's proof: a code, a passkey, a token, a signature, or for a refresh (on latest) a session that is open.
    // Any other 401 is about your own credentials.
    const isProof = isSigned || operationId === "verifyAuthCredential" || operationId === "refreshAuthSession";
    // Production responds to a mistyped code that is sealed (on latest) with 400.
    const isWrongCode = operationId === "verifyAuthCredential" && code === "INVALID_INPUT";
    if (isWrongCode || (status === 401 && isProof)) return respond(401, "wrong or too late: start again");
    if (code === "PASSKEY_CREDENTIAL_ALREADY_EXISTS") return respond(409, "this passkey is registered already");
    if (code === "REFERENCE_NOT_FOUND") return respond(404, "not found");
    if (status === 400) return respond(400, "this request is not valid");
  }
  if (isGridError(error, { kind: "response" }) && error.isProcessing)
    return { status: 503, body: { message: "not done yet: send the same request again", retryAfterMs: 2_000 } };
  // Not the user's fault: your set-up, a bug, an outage. The error holds no credential, so log it whole.
  console.error(error);
  if (!isGridError(error) || error.kind === "config") return respond(500, "try again later");
  if (error.kind === "api" && error.status < 500) return respond(500, "try again later");
  return respond(502, error.mayHaveBeenProcessed ? "look whether it was done before you try again" : "try again later");
}

function respond(status: number, message: string): ErrorResponse {
  return { status, body: { message } };
}
