import { type GridClient, isGridError } from "@grid-sdk/client";

// The message for a user who asked for a new one-time password.
export async function sendCode(grid: GridClient, id: string): Promise<string> {
  try {
    await grid.challengeAuthCredential({ path: { id } });
    return "Your code is on its way.";
  } catch (error) {
    if (isGridError(error, "RATE_LIMITED")) return "Please wait before you ask for another code.";
    if (isGridError(error) && error.mayHaveBeenProcessed) return "Please check your mail first.";
    throw error;
  }
}
