import type { GridClient } from "@grid-sdk/client";
import { toResponse } from "./to-response.ts";

// A route of your backend. If the call has a signature, say so: `toResponse(error, { isSigned: true })`.
export async function handleChallenge(grid: GridClient, id: string): Promise<{ status: number; body: object }> {
  try {
    const { data } = await grid.challengeAuthCredential({ path: { id }, deadlineMs: 5_000 });
    return { status: 200, body: { type: data.type } };
  } catch (error) {
    return toResponse(error);
  }
}
