import { isGridError } from "@grid-sdk/client";

interface ErrorResponse {
  readonly status: number;
  readonly body: { readonly message: string; readonly retryAfterMs?: number };
}

// The response of your route when a call fails. `isSigned`: the call had the user's signature.
export function toResponse(error: unknown, { isSigned = false } = {}): ErrorResponse {
  if (isGridError(error, { kind: "input" })) return respond(400, "this request is not valid");
  if (isGridError(error, { kind: "api" })) {
    const { status, code, operationId, retryAfterMs = 60_000 } = error;
    if (status === 429) return { status, body: { message: "too many requests", retryAfterMs } };
    // The user's proof is a code, a passkey, a token or a signature. For a refresh (on latest), it is an open session.
    // Any other 401 is about your own credentials.
    const isProof = isSigned || operationId === "verifyAuthCredential" || operationId === "refreshAuthSession";
    // Production responds with 400 to a sealed code (on latest) that was mistyped.
    const isWrongCode = operationId === "verifyAuthCredential" && code === "INVALID_INPUT";
    if (isWrongCode || (status === 401 && isProof)) return respond(401, "wrong or too late: start again");
    if (code === "PASSKEY_CREDENTIAL_ALREADY_EXISTS") return respond(409, "this passkey is registered already");
    if (code === "REFERENCE_NOT_FOUND") return respond(404, "not found");
    if (status === 400) return respond(400, "this request is not valid");
  }
  if (isGridError(error, { kind: "response" }) && error.isProcessing)
    return { status: 503, body: { message: "not done yet: retry with the same request", retryAfterMs: 2_000 } };
  // Not the user's fault: your set-up, a bug or an outage. The error contains no credential, so log all of it.
  console.error(error);
  if (!isGridError(error) || error.kind === "config") return respond(500, "try again later");
  if (error.kind === "api" && error.status < 500) return respond(500, "try again later");
  return respond(502, error.mayHaveBeenProcessed ? "look whether it was done before you try again" : "try again later");
}

function respond(status: number, message: string): ErrorResponse {
  return { status, body: { message } };
}
