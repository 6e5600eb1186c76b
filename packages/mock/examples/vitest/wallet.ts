import { type GridClient, isGridError, signedRetry } from "@grid-sdk/client";

/** Sends the user a code. Resolves to the text to show. */
export async function askForCode(grid: GridClient, id: string): Promise<string> {
  try {
    const { data } = await grid.challengeAuthCredential({ path: { id } });
    return `A code is on its way to ${data.nickname}.`;
  } catch (error) {
    if (isGridError(error, "RATE_LIMITED"))
      return `Wait ${(error.retryAfterMs ?? 60_000) / 1000} seconds for another code.`;
    if (isGridError(error) && error.mayHaveBeenProcessed) return "Look for the code before you ask for another one.";
    throw error;
  }
}

/** Opens a session with the code; resolves to when it ends. */
export async function signIn(grid: GridClient, id: string, otp: string, clientPublicKey: string): Promise<Date> {
  const { data } = await grid.verifyAuthCredential({ path: { id }, body: { type: "EMAIL_OTP", otp, clientPublicKey } });
  return new Date(data.expiresAt);
}

/** Ends a session; `sign` signs the payload that the API wants signed first. */
export async function endSession(grid: GridClient, id: string, sign: (payload: string) => string): Promise<void> {
  await signedRetry((signed) => grid.revokeAuthSession({ path: { id }, ...signed }), sign);
}

/** The names of the passkeys that may unlock a wallet. */
export async function listPasskeys(grid: GridClient, accountId: string): Promise<string[]> {
  const { data } = await grid.listAuthCredentials({ query: { accountId } });
  return data.data.filter(({ type }) => type === "PASSKEY").map(({ nickname }) => nickname);
}
