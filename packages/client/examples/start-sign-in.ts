import { createGridClient, isGridError } from "@grid-sdk/client";

const grid = createGridClient({ deadlineMs: 5_000 });

/** A route of your backend. It starts a sign-in and responds to the user's device. */
export async function startSignIn(id: string): Promise<Response> {
  try {
    const { data } = await grid.challengeAuthCredential({ path: { id } });
    if (data.type !== "PASSKEY") return Response.json({ type: data.type });
    return Response.json({ type: data.type, challenge: data.challenge, requestId: data.requestId });
  } catch (error) {
    if (!isGridError(error, "RATE_LIMITED")) throw error;
    const seconds = Math.ceil((error.retryAfterMs ?? 60_000) / 1000);
    return new Response("Please wait.", { status: 429, headers: { "Retry-After": String(seconds) } });
  }
}
