import { createGridClient } from "@grid-sdk/client";

export function connect(baseUrl) {
  const grid = createGridClient({ clientId: "bench-id", clientSecret: "bench-secret", baseUrl });
  return async (id) => (await grid.challengeAuthCredential({ path: { id } })).data;
}
