import { type GridClient, isGridError } from "@grid-sdk/client";

// The id comes from outside. It addresses one credential, or the client sends nothing: never another resource.
export async function revokeFromRequest(grid: GridClient, id: string): Promise<number> {
  try {
    const { status } = await grid.revokeAuthCredential({ path: { id } });
    return status;
  } catch (error) {
    if (isGridError(error, { kind: "input" })) return 400;
    throw error;
  }
}
