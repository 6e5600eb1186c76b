/** What to do about codes whose status alone does not say it. */
const BY_CODE: Readonly<Record<string, string>> = {
  EXPIRED: "Ask for a new challenge, or send the unsigned request again, and be quicker.",
  INVALID_SIGNATURE: "Sign the latest `payloadToSign` exactly as it came, with the key of an open session.",
};

const BY_STATUS: Readonly<Record<string, string>> = {
  "400": "Mend the request: sent again as it is, it fails again. `error.details` may say which field it is.",
  "401": "Check `GRID_CLIENT_ID` and `GRID_CLIENT_SECRET`, and that they are of this environment.",
  "403": "Ask for the permission, or use credentials that have it.",
  "404": "Check the id; it may have been removed, or be of another environment.",
  "409": "Read the present state again, then decide.",
  "422": "Mend the request: sent again as it is, it fails again. `error.details` may say which field it is.",
  "429": "Wait before the next call; the client tells how long in `error.retryAfterMs`.",
};

/** What to do about an error: for its code, else for its status. */
export function adviseOn(status: string, code: string, headers: readonly string[]): string {
  const own = Object.hasOwn(BY_CODE, code) ? BY_CODE[code] : undefined;
  if (own !== undefined) return own;
  if (headers.some((name) => name.toLowerCase() === "retry-after"))
    return "Wait as many seconds as `Retry-After` says (`error.retryAfterMs`), then send it again.";
  if (Object.hasOwn(BY_STATUS, status)) return BY_STATUS[status] ?? "";
  return status.startsWith("5")
    ? "Try again later. What changes something may have been carried out: `error.mayHaveBeenProcessed`."
    : "Read `error.code` and `error.serverMessage`.";
}
