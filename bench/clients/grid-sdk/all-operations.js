import { createGridClient } from "@grid-sdk/client";

export function connect(baseUrl) {
  const grid = createGridClient({ clientId: "bench-id", clientSecret: "bench-secret", baseUrl });
  return {
    listAuthCredentials: (accountId) => grid.listAuthCredentials({ query: { accountId } }),
    createAuthCredential: (body, header) => grid.createAuthCredential({ body, header }),
    revokeAuthCredential: (id, header) => grid.revokeAuthCredential({ path: { id }, header }),
    challengeAuthCredential: (id) => grid.challengeAuthCredential({ path: { id } }),
    verifyAuthCredential: (id, body) => grid.verifyAuthCredential({ path: { id }, body }),
    listAuthSessions: (accountId) => grid.listAuthSessions({ query: { accountId } }),
    revokeAuthSession: (id, header) => grid.revokeAuthSession({ path: { id }, header }),
  };
}
