import { type GridClient, isGridError } from "@grid-sdk/client";

interface Reply {
  readonly status: number;
  readonly retryAfterS?: number;
  readonly message: string;
}

// What a handler of yours responds with, by what went wrong. Whatever is none of the SDK's is thrown on.
export function replyTo(error: unknown): Reply {
  if (!isGridError(error)) throw error;
  switch (error.kind) {
    case "input":
      return { status: 400, message: error.message };
    case "api":
      if (error.status === 429) {
        return {
          status: 429,
          retryAfterS: Math.ceil((error.retryAfterMs ?? 60_000) / 1_000),
          message: "Too many codes.",
        };
      }
      return { status: error.status < 500 ? error.status : 502, message: error.serverMessage ?? "The request failed." };
    case "timeout":
    case "connection":
    case "response":
      return { status: 502, message: error.mayHaveBeenProcessed ? "Look before you try again." : "Try again." };
    case "config":
      // The set-up is wrong, not the request: page someone.
      throw error;
  }
}

export async function handleChallenge(grid: GridClient, id: string): Promise<Reply> {
  try {
    const { data } = await grid.challengeAuthCredential({ path: { id }, deadlineMs: 5_000 });
    return { status: 200, message: data.type };
  } catch (error) {
    return replyTo(error);
  }
}
