import { type AuthSession, type GridClient, isGridError } from "@grid-sdk/client";

// `id` is what your database has for this user: AuthMethod:…
export async function sendCode(grid: GridClient, id: string): Promise<{ sent: boolean; retryAfterMs?: number }> {
  try {
    await grid.challengeAuthCredential({ path: { id } });
    return { sent: true };
  } catch (error) {
    if (!isGridError(error, "RATE_LIMITED")) throw error;
    return { sent: false, retryAfterMs: error.retryAfterMs ?? 60_000 };
  }
}

// A code works once. For a wrong or expired code, this throws a GridError: `toResponse` makes a response of it.
export async function verifyCode(
  grid: GridClient,
  id: string,
  { otp, clientPublicKey }: { otp: string; clientPublicKey: string },
): Promise<AuthSession> {
  const body = { type: "EMAIL_OTP", otp, clientPublicKey } as const;
  const { data } = await grid.verifyAuthCredential({ path: { id }, body });
  return data;
}
