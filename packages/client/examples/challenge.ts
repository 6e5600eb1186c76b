import { createGridClient, isGridError } from "@grid-sdk/client";

// Credentials come from GRID_CLIENT_ID and GRID_CLIENT_SECRET, or as options.
export async function challenge(id: string, grid = createGridClient()): Promise<string> {
  try {
    const { data } = await grid.challengeAuthCredential({ path: { id } });
    if (data.type === "PASSKEY") return `sign ${data.challenge} before ${data.expiresAt}`;
    if (data.type === "EMAIL_OTP") return `a code is on its way to ${data.nickname}`;
    throw new Error(`${id} is of a type that this app does not know`);
  } catch (error) {
    if (!isGridError(error, "RATE_LIMITED")) throw error;
    return `try again in ${(error.retryAfterMs ?? 60_000) / 1000} s`;
  }
}
