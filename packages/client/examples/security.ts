import { type GridClient, GridConfigError } from "@grid-sdk/client";

// The id comes from outside. Whatever it is, it addresses one credential or nothing is sent: never another resource.
export async function revokeFromRequest(grid: GridClient, id: string): Promise<number> {
  try {
    const { status } = await grid.revokeAuthCredential({ path: { id } });
    return status;
  } catch (error) {
    if (error instanceof GridConfigError) return 400;
    throw error;
  }
}
