import { isGridError } from "@grid-sdk/client";
import { Refusal } from "./explain.ts";

export const CODE_REFUSED = "This code did not work. Check it and try again, or ask for a new one.";
export const PASSKEY_REFUSED = "The passkey was not accepted. Its challenge may have expired. Try again.";

/** The API has one error for a proof that is wrong, late or already used. */
export function refuseProof(message: string) {
  return (error: unknown): never => {
    if (isGridError(error, { kind: "api" }) && error.status === 401) throw new Refusal(401, message);
    if (isGridError(error, "RATE_LIMITED")) throw new Refusal(429, "Too many attempts. Ask for a new code.");
    throw error;
  };
}
