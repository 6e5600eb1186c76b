import { isGridError } from "@grid-sdk/client";

// What your routes respond with when a call fails. Anything else is a bug or an outage: 500.
export function toResponse(error: unknown): { status: number; body: object } {
  if (isGridError(error, "RATE_LIMITED")) return { status: 429, body: { retryAfterMs: error.retryAfterMs ?? 60_000 } };
  // A wrong code, a used challenge, a signature that does not verify, or a session that has ended.
  if (isGridError(error) && error.kind === "api" && error.status === 401)
    return { status: 401, body: { message: "wrong or too late: start again" } };
  if (isGridError(error, "PASSKEY_CREDENTIAL_ALREADY_EXISTS"))
    return { status: 409, body: { message: "this passkey is registered already" } };
  return { status: 500, body: { message: "try again later" } };
}
