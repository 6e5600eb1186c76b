/** Advice for codes that need more than the advice for their status. */
const BY_CODE: Readonly<Record<string, string>> = {
  EXPIRED: "Get a new challenge, or send the unsigned request again. Finish before `expiresAt`.",
  INVALID_SIGNATURE: "Sign the latest `payloadToSign` exactly as you received it, with the key of an open session.",
};

const BY_STATUS: Readonly<Record<string, string>> = {
  "400": "Fix the request: the same request fails again. `error.details` can name the field.",
  "401": "Check `GRID_CLIENT_ID` and `GRID_CLIENT_SECRET`, and that they belong to this environment.",
  "403": "Ask for the permission, or use credentials that have it.",
  "404": "Check the id. What it names may be removed, or belong to another environment.",
  "409": "Read the current state again, then decide.",
  "422": "Fix the request: the same request fails again. `error.details` can name the field.",
  "429": "Wait before the next call: `error.retryAfterMs` says how long.",
};

/** What to do about an error: for its code, else for its status. */
export function adviseOn(status: string, code: string, headers: readonly string[]): string {
  const own = Object.hasOwn(BY_CODE, code) ? BY_CODE[code] : undefined;
  if (own !== undefined) return own;
  if (headers.some((name) => name.toLowerCase() === "retry-after"))
    return "Wait as many seconds as `Retry-After` says (`error.retryAfterMs`), then send the request again.";
  if (Object.hasOwn(BY_STATUS, status)) return BY_STATUS[status] ?? "";
  return status.startsWith("5")
    ? "Try again later. The server may have carried out a change: see `error.mayHaveBeenProcessed`."
    : "Read `error.code` and `error.serverMessage`.";
}
