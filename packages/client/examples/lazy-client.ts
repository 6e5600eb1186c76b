import { createGridClient, type GridClient } from "@grid-sdk/client";

let grid: GridClient | undefined;

// Nothing is read at import, so a build without the secrets succeeds.
export function getGrid(): GridClient {
  return (grid ??= createGridClient());
}
